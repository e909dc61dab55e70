"""Field names -> the words for them in sentences, English and Chinese."""

import re
from collections.abc import Mapping

# field | English | 中文
_WORDS = """
document_number|document number|文件编号
issued_on|date of issue|签发日期
valid_until|last day of validity|有效期截止日
tested_from|start of testing|测试开始日期
tested_to|end of testing|测试结束日期
received_on|receipt of the sample|样品接收日期
revised_on|date of revision|修订日期
place|place of signature|签署地点
signatory_name|name of the signatory|签署人姓名
signatory_function|function of the signatory|签署人职务
signed|signature|签名
issuer_body_number|number of the body|机构编号
issuer|issuer|签发机构
holder|holder|持证人
manufacturer|manufacturer|制造商
manufacturer_address|address of the manufacturer|制造商地址
importer|importer|进口商
importer_address|address of the importer|进口商地址
factory|factory|工厂
factory_address|address of the factory|工厂地址
brand|trade mark|商标
product_name|product name|产品名称
models|models|型号
standards|standards|标准
legal_acts|legal acts|法规
firmware_version|firmware version|固件版本
firmware_described|firmware described|所述固件版本
hardware_version|hardware version|硬件版本
software_version|software version|软件版本
serial_numbers|serial numbers|序列号
rated_voltage_v|rated voltage|额定电压
rated_current_a|rated current|额定电流
rated_power_kw|rated power|额定功率
rated_frequency_hz|rated frequency|额定频率
phases|number of phases|相数
protection_ip|IP code|IP 等级
protection_ik|IK code|IK 等级
connectors|connectors|充电接口
radios|radios|无线模块
result|overall verdict|总体结论
accreditation|accreditation|认可编号
exemptions|exemptions claimed|声明的豁免
changes|changes described|变更内容
references|papers cited|引用文件
contacts|contact details|联系方式
revision|revision|版次
"""
_ENTRIES = tuple(line.split("|") for line in _WORDS.strip().splitlines())
ENGLISH: Mapping[str, str] = {field: english for field, english, _ in _ENTRIES}
# Statements and marks that sentences name beside fields.
_CHINESE = {english: chinese for _, english, chinese in _ENTRIES} | {
    "a signature": "签名",
    "the statement sole responsibility": "“制造商独自承担责任”声明",
    " or ": " 或 ",
}
_PHRASES = re.compile("|".join(re.escape(phrase) for phrase in sorted(_CHINESE, key=len, reverse=True)))


def in_words(field: str) -> str:
    """The field in words: `issued_on` is `date of issue`."""
    return ENGLISH.get(field, field.replace("_", " "))


def in_chinese(text: str) -> str:
    """The text with the English words for fields replaced by the Chinese ones."""
    return _PHRASES.sub(_chinese, text)


def _chinese(match: "re.Match[str]") -> str:
    return _CHINESE[match.group()]
