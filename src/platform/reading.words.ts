/** Why a file cannot be read, said to the person who chose it. */
export const words = {
  refusal: {
    emptyFile: { zh: '文件是空的', en: 'The file is empty' },
    unsupportedFile: {
      zh: '不支持这种文件（{kind}），请另存为 {accepts} 后再导入',
      en: 'Files of this kind ({kind}) are not read; save as {accepts}',
    },
    archiveNotRead: { zh: '压缩包（{kind}）不能直接导入，请解压后逐个导入', en: 'Archives ({kind}) are not read: unpack first' },
    oldOfficeFile: { zh: '旧版格式（{kind}）不能读取，请用 WPS 或 Word 另存为 {accepts}', en: 'Old format ({kind}): save as {accepts}' },
    damagedArchive: { zh: '文件已损坏，无法打开', en: 'The file is damaged' },
    encryptedFile: { zh: '文件已加密，请去除密码后再导入', en: 'The file is encrypted: remove the password' },
    tooManyEntries: { zh: '文件内部有 {count} 个部分，超过 {limit} 个的上限', en: '{count} parts inside, the limit is {limit}' },
    entryTooLarge: { zh: '文件内部的“{entry}”展开后超过 {megabytes} MB', en: 'Part {entry} inflates to over {megabytes} MB' },
    archiveTooLarge: { zh: '文件展开后超过 {megabytes} MB', en: 'The file inflates to over {megabytes} MB' },
    bombSuspected: {
      zh: '文件内部的“{entry}”压缩比异常（超过 {ratio} 倍），可能是恶意文件',
      en: 'Part {entry} inflates over {ratio} times: suspected bomb',
    },
    forgedSize: { zh: '文件内部的“{entry}”与其声明的大小不符，可能是恶意文件', en: 'Part {entry} is not of its declared size' },
    unsafeEntryName: { zh: '文件内部有不安全的名称，可能是恶意文件', en: 'A part inside has an unsafe name' },
    nestedArchive: { zh: '文件内部夹带压缩包“{entry}”，不能导入', en: 'An archive is hidden inside: {entry}' },
    macroInside: { zh: '文件含有宏，请另存为不含宏的 {accepts} 后再导入', en: 'The file holds macros: save as {accepts} without macros' },
    externalLink: {
      zh: '文件引用了外部内容（{target}），请断开链接后再导入',
      en: 'The file refers to outside content ({target}): break the link',
    },
    contentUnlikeName: { zh: '文件内容与扩展名 {extension} 不符', en: 'The content is not what {extension} says' },
    undecodableText: { zh: '文字编码无法识别，请存为 UTF-8 或 GB18030', en: 'Unknown text encoding: save as UTF-8 or GB18030' },
    notText: { zh: '文件不是文本', en: 'The file is not text' },
    damagedWord: { zh: 'Word 文件结构不完整，无法读取', en: 'The Word file is incomplete' },
    damagedWorkbook: { zh: '工作簿结构不完整，无法读取：{where}', en: 'The workbook is incomplete: {where}' },
    damagedCsv: { zh: 'CSV 第 {row} 行引号或分隔不正确', en: 'CSV row {row}: quotes or separators are wrong' },
    damagedPdf: { zh: 'PDF 已损坏，无法读取', en: 'The PDF is damaged' },
    encryptedPdf: { zh: 'PDF 已加密，请去除密码后再导入', en: 'The PDF is encrypted: remove the password' },
    scannedPdf: {
      zh: 'PDF 是扫描件，没有文字层（共 {pages} 页），请提供可复制文字的版本',
      en: 'The PDF is a scan without text ({pages} pages)',
    },
    noLibreOffice: {
      zh: '读取 .doc 需要在服务器上安装 LibreOffice；请另存为 .docx 后再导入',
      en: 'Reading .doc needs LibreOffice on the server; save as .docx',
    },
    conversionFailed: { zh: '.doc 转换失败，请另存为 .docx 后再导入', en: 'Converting the .doc failed; save as .docx' },
    readingTooLong: { zh: '读取超过 {seconds} 秒仍未完成，已停止', en: 'Reading took over {seconds} seconds and was stopped' },
    readingTooHeavy: { zh: '读取所需内存超出限制，已停止', en: 'Reading needed too much memory and was stopped' },
  },
} as const
