import pytest

from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.settings_text import settings_in_words
from gatepost.security import Accounts
from tests.endpoints.documents import configuration, document


def words(endpoint):
    return {str(s.name): (s.value, str(s.meaning), s.risky) for s in settings_in_words(endpoint)}


@pytest.mark.parametrize(
    ("attributes", "value", "meaning", "risky"),
    [
        ("", "the connected user", "their own rights", False),
        ('RunAsUser="CONTOSO\\ops"', r"CONTOSO\ops", "all the rights of that account", True),
        ('RunAsUser="CONTOSO\\gmsa$"', r"CONTOSO\gmsa$", "whose password Windows manages", True),
        ('RunAsVirtualAccount="true"', "no groups specified", "administrator of the host", True),
        (
            'RunAsVirtualAccount="true" RunAsVirtualAccountGroups="Backup Operators"',
            "in Backup Operators",
            "these groups only",
            False,
        ),
        (
            'RunAsVirtualAccount="true" RunAsVirtualAccountGroups="a;BUILTIN\\Administrators"',
            "BUILTIN",
            "is an administrator",
            True,
        ),
    ],
)
def test_as_whom_sessions_run_and_what_is_risky_in_it(attributes, value, meaning, risky):
    said = words(configuration("P", attributes=attributes))["Sessions run as"]
    assert value in str(said[0])
    assert meaning in said[1]
    assert said[2] is risky


@pytest.mark.parametrize(
    ("called", "group"),
    [
        ("BUILTIN\\Administrateurs", "BUILTIN\\Administrateurs"),
        ("BUILTIN\\Administrateurs", "administrateurs"),
        ("BUILTIN\\Administrateurs", "Administrators"),
        ("VORDEFINIERT\\Administratoren", "VORDEFINIERT\\Administratoren"),
        ("VORDEFINIERT\\Administratoren", "S-1-5-32-544"),
        ("BUILTIN\\Järjestelmänvalvojat", "JÄRJESTELMÄNVALVOJAT"),
    ],
)
def test_a_virtual_account_among_administrators_is_told_in_the_language_of_the_host(called, group):
    accounts = Accounts({"S-1-5-32-544": called})
    endpoint = configuration("P", attributes=f'RunAsVirtualAccount="true" RunAsVirtualAccountGroups="{group}"')
    said = next(s for s in settings_in_words(endpoint, accounts) if str(s.name) == "Sessions run as")
    assert "is an administrator" in str(said.meaning) and said.risky


@pytest.mark.parametrize(
    ("quota", "value", "meaning"),
    [
        ("MaxShells", "25", "At most 25 sessions are open at once."),
        ("MaxMemoryPerShellMB", "2147483647", "No limit: one session can use all resources of the host."),
        ("MaxProcessesPerShell", "0", "No limit: one session can use all resources of the host."),
        ("MaxConcurrentUsers", "2147483647", "No limit."),
        ("IdleTimeoutms", "7200000", "Idle sessions end after 120 min."),
        ("MaxIdleTimeoutms", "2147483647", "Users can request any timeout."),
        ("MaxShells", "many", ""),
        ("NewInWindows", "7", ""),
    ],
)
def test_a_quota_says_what_it_limits(quota, value, meaning):
    text = document().decode().replace('<Quotas MaxShells="25" MaxShellsPerUser="30"/>', f'<Quotas {quota}="{value}"/>')
    assert words(SessionConfiguration.from_xml(text.encode()))[f"Quota {quota}"] == (value, meaning, False)


def test_the_session_type_and_a_shared_process_are_explained():
    jea = configuration(
        "P",
        attributes='RunAsVirtualAccount="true"',
        parameters='<Param Name="ConfigFilePath" Value="x.pssc"/>',
    )
    assert "role capabilities" in words(jea)["Session type"][1]
    assert words(configuration("P", attributes='UseSharedProcess="true"'))["UseSharedProcess"][2]
    assert words(configuration("P"))["Filename"][1] == ""


def test_a_session_type_that_is_called_like_one_of_ours_is_not_taken_for_it():
    named = configuration("P", parameters='<Param Name="SessionType" Value="JEA"/>')
    assert words(named)["Session type"][:2] == ("JEA", "Gatepost doesn't know this session type.")
