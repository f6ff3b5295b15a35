-- How many requests a minute are answered; generous, for a whole office may stand behind one address.
insert into security_rule (name, from_on, value, citation, verified, set_by)
select name, date '2020-01-01', value::jsonb, '本产品默认', false, 'system'
from (values ('addressPerMinute', '12000'), ('accountPerMinute', '6000'), ('signInPerMinute', '120')) as given (name, value);
