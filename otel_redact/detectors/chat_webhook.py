"""Secret parts of webhook addresses: Google Chat, Feishu, Lark, DingTalk, WeCom, Zapier, IFTTT."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["CHAT_WEBHOOK"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_LOWER = "q7zt2lk9xw4bv8nc1rm6" + "yp3hd5js0gf2ta8qe4uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_UUID = "3f9a1c52-7b0e-" + "4d68-9c21-e5f04a8b6d17"

CHAT_WEBHOOK = Detector(
    name="chat_webhook",
    entity="CHAT_WEBHOOK",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?i:chat\.googleapis\.com)/v1/spaces/[A-Za-z0-9_-]{4,32}/messages"
        r"\?(?P<value>[^ \t\r\n\"'<>]{20,400}+)"
        r"|(?i:open\.(?:feishu\.cn|larksuite\.com))/open-apis/bot/(?:v2/)?hook/(?P<value>[A-Za-z0-9-]{20,64}+)"
        r"|(?i:oapi\.dingtalk\.com)/robot/send\?access_token=(?P<value>[A-Za-z0-9]{32,64}+)"
        r"|(?i:qyapi\.weixin\.qq\.com)/cgi-bin/webhook/(?:send|upload_media)\?key=(?P<value>[A-Za-z0-9-]{20,64}+)"
        r"|(?i:hooks\.zapier\.com)/hooks/catch/(?P<value>[0-9]{4,12}/[A-Za-z0-9]{5,32}(?:/[A-Za-z0-9]{5,32})?)"
        r"|(?i:maker\.ifttt\.com)/(?:trigger/[A-Za-z0-9_-]{1,128}+/(?:json/)?with/key|use)/"
        r"(?P<value>[A-Za-z0-9_-]{20,64}+))"
    ),
    triggers=(
        *(
            "chat.googleapis.com/v0/",
            "open.feishu.cn/",
            "open.larksuite.com/",
            "oapi.dingtalk.com/",
        ),
        *("qyapi.weixin.qq.com/", "hooks.zapier.com/", "maker.ifttt.com/"),
    ),
    priority=100,
    hits=(
        "https://chat.googleapis.com/v1/spaces/AAAAq7Zt2Lk/messages?key="
        + _BODY[:39]
        + "&token="
        + _BODY
        + "abc",
        "https://open.feishu.cn/open-apis/bot/v2/hook/" + _UUID,
        "https://oapi.dingtalk.com/robot/send?access_token=" + _HEX * 2,
        "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=" + _UUID,
        "https://hooks.zapier.com/hooks/catch/1234567/" + _LOWER[:7] + "/",
        "https://maker.ifttt.com/trigger/door_open/with/key/" + _BODY[:22],
    ),
    misses=(
        "https://chat.googleapis.com/v1/spaces/AAAAq7Zt2Lk/members",
        "https://open.feishu.cn/document/home",
        "https://hooks.zapier.com/hooks/catch/",
        "https://maker.ifttt.com/use",
    ),
    source="https://developers.google.com/workspace/chat/quickstart/webhooks, "
    "https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot (2026-11-24)",
)
