"""Codes of languages (ISO 639-1) and countries (ISO 3166-1) -> their names in English and Chinese, in running text."""

import re
from collections.abc import Mapping
from typing import Literal

Tongue = Literal["en", "zh"]

# code English 中文
_LANGUAGES = """
bg Bulgarian 保加利亚语|cs Czech 捷克语|da Danish 丹麦语|de German 德语|el Greek 希腊语|en English 英语
es Spanish 西班牙语|et Estonian 爱沙尼亚语|fi Finnish 芬兰语|fr French 法语|ga Irish 爱尔兰语|hi Hindi 印地语
hr Croatian 克罗地亚语|hu Hungarian 匈牙利语|is Icelandic 冰岛语|it Italian 意大利语|ja Japanese 日语
ko Korean 韩语|lb Luxembourgish 卢森堡语|lt Lithuanian 立陶宛语|lv Latvian 拉脱维亚语|mt Maltese 马耳他语
nl Dutch 荷兰语|no Norwegian 挪威语|pl Polish 波兰语|pt Portuguese 葡萄牙语|ro Romanian 罗马尼亚语
sk Slovak 斯洛伐克语|sl Slovenian 斯洛文尼亚语|sv Swedish 瑞典语|tr Turkish 土耳其语|zh Chinese 中文
ar Arabic 阿拉伯语
"""
_COUNTRIES = """
AT Austria 奥地利|AU Australia 澳大利亚|BE Belgium 比利时|BG Bulgaria 保加利亚|CA Canada 加拿大|CN China 中国
CY Cyprus 塞浦路斯|CZ Czechia 捷克|DE Germany 德国|DK Denmark 丹麦|EE Estonia 爱沙尼亚|ES Spain 西班牙
FI Finland 芬兰|FR France 法国|GB Great_Britain 英国|GR Greece 希腊|HR Croatia 克罗地亚|HU Hungary 匈牙利
IE Ireland 爱尔兰|IN India 印度|IS Iceland 冰岛|IT Italy 意大利|JP Japan 日本|KR South_Korea 韩国
LI Liechtenstein 列支敦士登|LT Lithuania 立陶宛|LU Luxembourg 卢森堡|LV Latvia 拉脱维亚|MT Malta 马耳他
NI Northern_Ireland 北爱尔兰|NL Netherlands 荷兰|NO Norway 挪威|NZ New_Zealand 新西兰|PL Poland 波兰
PT Portugal 葡萄牙|RO Romania 罗马尼亚|SA Saudi_Arabia 沙特阿拉伯|SE Sweden 瑞典|SG Singapore 新加坡
SI Slovenia 斯洛文尼亚|SK Slovakia 斯洛伐克|US United_States 美国
"""


def _table(text: str) -> Mapping[str, Mapping[Tongue, str]]:
    entries = (entry.split() for line in text.strip().splitlines() for entry in line.split("|"))
    return {code: {"en": english.replace("_", " "), "zh": chinese} for code, english, chinese in entries}


LANGUAGES = _table(_LANGUAGES)
COUNTRIES = _table(_COUNTRIES)


def named_languages(text: str, tongue: Tongue) -> str:
    """The text with every language code replaced by the language's name."""
    return _named(text, r"\b[a-z]{2}\b", LANGUAGES, tongue)


def named_countries(text: str, tongue: Tongue) -> str:
    """The text with every country code replaced by the country's name."""
    return _named(text, r"\b[A-Z]{2}\b", COUNTRIES, tongue)


def _named(text: str, code: str, table: Mapping[str, Mapping[Tongue, str]], tongue: Tongue) -> str:
    def name(match: "re.Match[str]") -> str:
        return table[match.group()][tongue] if match.group() in table else match.group()

    return re.sub(code, name, text)
