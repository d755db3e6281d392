"""Formats of the keys of chat, payment, mail and message services."""

from __future__ import annotations

import base64
import random

from tests.corpus.template import Format, fill, named

__all__ = ["SAAS"]


def _discord_token(source: random.Random) -> str:
    """Return a bot token: its id, the time of creation and a code, each in base64."""
    user = base64.b64encode(str(source.randrange(10**17, 10**18)).encode()).decode()
    return user + fill(".{url:6}.{url:38}", source)


SAAS: dict[str, tuple[Format, ...]] = {
    "slack_token": (
        "xoxb-{D:1}{d:11}-{D:1}{d:12}-{an:24}",
        "xoxp-{D:1}{d:11}-{D:1}{d:11}-{D:1}{d:12}-{hex:32}",
        "xoxa-2-{D:1}{d:11}-{D:1}{d:11}-{D:1}{d:12}-{hex:32}",
        "xoxe.xoxp-1-{an:163}",
        "xoxe-1-{an:146}",
        "xapp-1-A{un:10}-{D:1}{d:12}-{hex:64}",
        "xoxc-{D:1}{d:11}-{D:1}{d:11}-{D:1}{d:11}-{hex:64}",
        "xoxs-{D:1}{d:9}-{D:1}{d:9}-{D:1}{d:9}-{hex:10}",
    ),
    "slack_webhook": (
        "https://hooks.slack.com/services/«T{un:8}/B{un:8}/{an:24}»",
        "https://hooks.slack.com/services/«T{un:10}/B{un:10}/{an:24}»",
        "https://hooks.slack.com/workflows/«T{un:10}/A{un:10}/{d:18}/{an:24}»",
        "https://hooks.slack.com/triggers/«T{un:10}/{d:13}/{hex:32}»",
    ),
    "discord_bot_token": (_discord_token,),
    "discord_webhook": (
        "https://discord.com/api/webhooks/«{D:1}{d:17}/{url:68}»",
        "https://discordapp.com/api/webhooks/«{D:1}{d:18}/{url:68}»",
    ),
    "telegram_bot_token": ("{D:1}{d:8-9}:AA{url:33}",),
    "teams_webhook": (
        (
            "https://{l:7}.webhook.office.com/webhookb2/"
            "«{uuid}@{uuid}/IncomingWebhook/{hex:32}/{uuid}»"
        ),
        "https://outlook.office.com/webhook/«{uuid}@{uuid}/IncomingWebhook/{hex:32}/{uuid}»",
    ),
    "stripe_api_key": (
        "sk_live_{an:24}",
        "sk_live_51{an:97}",
        "sk_test_51{an:97}",
        "rk_live_51{an:97}",
        "rk_test_{an:24}",
        "sk_test_{an:24}",
    ),
    "stripe_webhook_secret": ("whsec_{an:32}", "whsec_{hex:64}"),
    "square_access_token": ("EAAA{url:60}", "sq0atp-{url:22}", "sq0csp-{url:43}"),
    "braintree_access_token": (
        "access_token$production${ln:16}${hex:32}",
        "access_token$sandbox${ln:16}${hex:32}",
    ),
    "paypal_client_secret": (
        "PAYPAL_CLIENT_SECRET=«E{url:79}»",
        "@paypal_client_secret «E{url:79}»",
    ),
    "shopify_token": tuple(kind + "{hex:32}" for kind in ("shpat_", "shpca_", "shppa_", "shpss_")),
    "twilio_api_key": ("SK{hex:32}",),
    "twilio_auth_token": ("TWILIO_AUTH_TOKEN=«{hex:32}»", "@twilio_auth_token «{hex:32}»"),
    "sendgrid_api_key": ("SG.{url:22}.{url:43}",),
    "mailgun_api_key": (
        "key-{hex:32}",
        "{hex:32}-{hex:8}-{hex:8}",
        "MAILGUN_API_KEY=«{hex:32}-{hex:8}-{hex:8}»",
        "pubkey-{hex:32}",
    ),
    "mailchimp_api_key": ("{hex:32}-us{D:1}", "{hex:32}-us1{d:1}"),
    "brevo_api_key": ("xkeysib-{hex:64}-{an:16}", "xsmtpsib-{hex:64}-{an:16}"),
    "postmark_token": (
        "POSTMARK_SERVER_TOKEN=«{uuid}»",
        "X-Postmark-Server-Token: «{uuid}»",
    ),
    "razorpay_key": ("rzp_live_{an:14}", "rzp_test_{an:14}"),
    "easypost_api_key": ("EZAK{an:54}", "EZTK{an:54}"),
    "shippo_token": ("shippo_live_{hex:40}", "shippo_test_{hex:40}"),
    "duffel_token": ("duffel_live_{url:43}", "duffel_test_{url:43}"),
    "lob_api_key": ("live_{hex:35}", "test_{hex:35}"),
    "flutterwave_key": ("FLWSECK-{hex:32}-X", "FLWSECK_TEST-{hex:32}-X"),
    "facebook_token": ("EAACEdEose0cBA{an:120}", "EAAG{an:150-190}"),
    "hubspot_token": ("pat-na1-{uuid}", "pat-eu1-{uuid}"),
    "intercom_token": ("INTERCOM_ACCESS_TOKEN=«dG9rO{an:55}=»",),
    "coinbase_api_secret": ("COINBASE_API_SECRET=«{an:32}»",),
    "plaid_token": (
        "access-production-{uuid}",
        "access-sandbox-{uuid}",
        *named("PLAID_SECRET", "{hex:30}"),
    ),
    "adyen_api_key": ("AQE{b64:110}-{b64:43}=-{an:16}",),
    "chat_webhook": (
        "https://chat.googleapis.com/v1/spaces/AAAA{url:7}/messages?key=k&token=«{url:43}%3D»",
        "https://oapi.dingtalk.com/robot/send?access_token=«{hex:64}»",
        "https://open.feishu.cn/open-apis/bot/v2/hook/«{uuid}»",
        "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=«{uuid}»",
        "https://hooks.zapier.com/hooks/catch/«{d:7}/{ln:7}»",
    ),
    "clickup_token": ("pk_{d:8}_{un:32}",),
    "instagram_token": ("IGQVJ{an:140}", "IGQWR{an:140}"),
    "klaviyo_api_key": ("pk_{hex:34}",),
    "line_channel_token": (
        "LINE_CHANNEL_ACCESS_TOKEN=«{b64:138}/{b64:32}=»",
        "LINE_CHANNEL_SECRET=«{hex:32}»",
    ),
    "linkedin_secret": ("LINKEDIN_CLIENT_SECRET=«{an:16}»", "WPL_AP1.{an:16}.{an:6}=="),
    "mailersend_token": ("mlsn.{hex:64}",),
    "mailjet_api_key": named("MAILJET_API_SECRET", "{hex:32}"),
    "mandrill_api_key": named("MANDRILL_API_KEY", "{url:22}"),
    "matrix_token": (
        "syt_YWxpY2U_{a:20}_{an:6}",
        "syt_{an:12}_{a:20}_{an:6}",
    ),
    "mattermost_token": named("MATTERMOST_TOKEN", "{ln:26}"),
    "messagebird_access_key": named("MESSAGEBIRD_ACCESS_KEY", "{an:25}"),
    "onesignal_api_key": ("os_v2_app_{l32:103}",),
    "pinterest_token": ("pina_{un:64}",),
    "pubnub_key": ("sec-c-{an:48}", "pub-c-{uuid}", "sub-c-{uuid}"),
    "resend_api_key": ("re_{an:8}_{an:24}",),
    "salesforce_token": ("00D{an:12}!AQ{word:40}.{word:53}", "5Aep861{word:40}.{word:38}"),
    "sparkpost_api_key": named("SPARKPOST_API_KEY", "{hex:40}"),
    "spotify_client_secret": named("SPOTIFY_CLIENT_SECRET", "{hex:32}"),
    "telnyx_api_key": ("KEY01{HEX:30}_{an:22}",),
    "twitch_token": ("oauth:«{ln:30}»", *named("TWITCH_CLIENT_SECRET", "{ln:30}")),
    "vonage_api_secret": named("VONAGE_API_SECRET", "{an:16}"),
    "woocommerce_key": ("ck_{hex:40}", "cs_{hex:40}"),
    "zendesk_token": named("ZENDESK_API_TOKEN", "{an:40}"),
    "freshdesk_api_key": named("FRESHDESK_API_KEY", "{an:20}"),
    "gocardless_token": named("GOCARDLESS_ACCESS_TOKEN", "live_{url:40}"),
    "mollie_api_key": named("MOLLIE_API_KEY", "live_{an:30}"),
    "pusher_secret": named("PUSHER_APP_SECRET", "{hex:20}"),
    "rapidapi_key": named("RAPIDAPI_KEY", "{hex:10}msh{hex:15}p1{hex:5}jsn{hex:12}"),
    "sendbird_token": named("SENDBIRD_API_TOKEN", "{hex:40}"),
    "squarespace_token": named("SQUARESPACE_API_KEY", "{uuid}"),
    "zoom_secret": named("ZOOM_CLIENT_SECRET", "{an:32}"),
}
