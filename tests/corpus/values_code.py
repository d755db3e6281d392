"""Formats of the tokens of code hosts, package registries and build services."""

from __future__ import annotations

import base64
import random

from tests.corpus.template import Format, fill, named

__all__ = ["CODE"]


def _pypi_token(source: random.Random) -> str:
    """Return a macaroon: version 2, the location, an identifier, caveats and a signature."""
    location = source.choice((b"pypi.org", b"test.pypi.org"))
    body = b"\x02\x01" + bytes([len(location)]) + location + b"\x02\x24"
    body += fill("{uuid}", source).encode() + b"\x00\x02\x2a" + source.randbytes(90)
    return "pypi-" + base64.urlsafe_b64encode(body).decode().rstrip("=")


def _docker_config(source: random.Random) -> str:
    return '{"auths": {"https://index.docker.io/v1/": {"auth": "«' + _pair(source) + '»"}}}'


def _pair(source: random.Random) -> str:
    return _b64(fill("{l:7}:{an:20}", source))


def _reference_token(source: random.Random) -> str:
    """Return an Artifactory reference token, whose text begins with ``reftkn:``."""
    return _b64(fill("reftkn:01:{d:10}:{an:28}", source)).rstrip("=")


def _b64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


CODE: dict[str, tuple[Format, ...]] = {
    "github_token": (
        *(kind + "{an:36}" for kind in ("ghp_", "gho_", "ghu_", "ghs_", "ghr_")),
        "ghr_{an:76}",
        "github_pat_{an:22}_{an:59}",
    ),
    "gitlab_token": (
        "glpat-{url:20}",
        "glpat-{url:27}.{ln:2}{ln:7}",
        "glpat-{url:43}.01.{ln:9}",
        "gldt-{url:20}",
        "glrt-{url:20}",
        "glrt-t1_{url:20}",
        "glcbt-{hex:2}_{url:20}",
        "glptt-{hex:40}",
        "glft-{url:20}",
        "glimt-{url:25}",
        "glagent-{url:50}",
        "glsoat-{url:20}",
        "gloas-{hex:64}",
        "glffct-{url:20}",
        "GR1348941{url:20}",
    ),
    "bitbucket_token": (
        "ATBB{an:24}{HEX:8}",
        "ATCTT3xFfGN0{url:160}={HEX:8}",
        "BITBUCKET_CLIENT_SECRET=«{an:32}»",
        "@bitbucket_client_secret «{an:32}»",
    ),
    "npm_token": ("npm_{an:36}", "//registry.npmjs.org/:_authToken=«{uuid}»"),
    "pypi_token": (_pypi_token,),
    "rubygems_api_key": ("rubygems_{hex:48}",),
    "docker_hub_token": ("dckr_pat_{url:27}", "dckr_oat_{url:32}"),
    "registry_auth": (_docker_config, lambda source: f"//npm.example.com/:_auth=«{_pair(source)}»"),
    "circleci_token": (
        "CCIPAT_{b58:22}_{hex:40}",
        "CCIPRJ_{b58:22}_{hex:40}",
        "CIRCLE_TOKEN=«{hex:40}»",
        "@circleci_token «{hex:40}»",
    ),
    "terraform_token": ("{an:14}.atlasv1.{url:67}",),
    "artifactory_token": ("AKCp{an:69}", _reference_token),
    "octopus_api_key": ("API-{un:26}", "API-{un:31}"),
    "openshift_token": ("sha256~{url:43}",),
    "pulumi_token": ("pul-{hex:40}",),
    "prefect_api_key": ("pnu_{an:36}", "pnb_{an:36}"),
    "infracost_api_key": ("ico-{an:32}",),
    "scalingo_token": ("tk-us-{url:48}",),
    "readme_api_key": ("rdme_{ln:70}",),
    "postman_api_key": ("PMAK-{hex:24}-{hex:34}",),
    "clojars_token": ("CLOJARS_{hex:60}",),
    "nuget_api_key": ("oy2{ln:43}",),
    "crates_io_token": ("cio{an:32}",),
    "buildkite_token": ("bkua_{hex:40}",),
    "sonarqube_token": ("squ_{hex:40}", "sqp_{hex:40}", "sqa_{hex:40}"),
    "sourcegraph_token": ("sgp_{hex:40}", "sgp_{hex:16}_{hex:40}"),
    "snyk_token": ("SNYK_TOKEN=«{uuid}»", "@snyk_token «{uuid}»"),
    "harness_api_key": ("pat.{an:22}.{hex:24}.{an:20}",),
    "doppler_token": ("dp.pt.{an:43}", "dp.st.{ln:4}.{an:43}", "dp.sa.{an:43}", "dp.ct.{an:43}"),
    "vault_token": ("hvs.{url:95}", "hvb.{url:150}", "VAULT_TOKEN=«s.{an:24}»", "hvs.{an:24}"),
    "netlify_token": ("nfp_{an:36}",),
    "launchdarkly_key": ("sdk-{uuid}", "api-{uuid}"),
    "codecov_token": named("CODECOV_TOKEN", "{uuid}"),
    "gitea_token": named("GITEA_TOKEN", "{hex:40}"),
    "jenkins_api_token": named("JENKINS_API_TOKEN", "11{hex:32}"),
    "travis_ci_token": named("TRAVIS_TOKEN", "{an:22}"),
}
