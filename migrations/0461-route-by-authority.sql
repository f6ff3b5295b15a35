-- Whose authority manages the person is asked relative to the office: above it, its own, below it, none. An official of its
-- own authority is its own discipline body's matter wherever the unit lies; only what is managed below goes to the county.
update route_rule set managed = '{above}', version = version + 1 where code = 'upward';
update route_rule set managed = '{below,none}', version = version + 1 where code in ('countyMatter', 'department');
insert into route_rule (id, code, title, natures, managed, place, from_fen, receiver_kind, receiver_place, supervised, copy_discipline,
  committee_first, priority, region, valid_from, valid_until, citation, verified, version) values
  ('01960000-0461-7000-8000-000000000001', 'ownManaged', '{"zh": "本级管理的干部，由本级纪检监察机关直接办理", "en": "Officials of the own authority are handled by the own discipline body"}', '{duty,dutyCrime}', '{own}', 'any', null, 'discipline', 'own', false, false, false, 15, null, '2014-01-01', null, '按干部管理权限；郑州市、甘肃省公开做法（待核对原文）', false, 1);
