"""The benchmark of validation as a command: what it makes and prints, never how long that took."""

import pytest
import validate
from validating import commands, files, made

from conflict_figures import check


@pytest.mark.parametrize(("rows", "claims"), [(1, None), (100, None), (3000, None), (3000, 7)])
def test_made_tables_have_no_fault(rows, claims):
    assert check.tables(made.tables(rows, claims=claims)) == ()


def test_made_tables_are_the_same_each_time():
    again = made.tables(500)
    assert all(table.equals(again[name]) for name, table in made.tables(500).items())


def test_words_that_need_quotes_stand_in_the_csv(tmp_path):
    folder = files.write(tmp_path / "made", made.tables(100), ["figures", "claims"], "csv")
    assert '"1,000"' in (folder / "figures.csv").read_text(encoding="utf-8")
    assert '""with care""' in (folder / "claims.csv").read_text(encoding="utf-8")


def test_both_commands_pass_what_is_made_and_memory_is_told(tmp_path):
    folder = files.write(tmp_path / "made", made.tables(8), made.tables(8), "csv")
    for command in (commands.ours(folder), commands.theirs(folder)):
        found = commands.measure(command, 1)
        assert found.seconds > 0 and found.memory > 1


def test_a_fault_stops_the_measuring(tmp_path):
    folder = files.write(tmp_path / "made", made.tables(8), made.tables(8), "csv")
    (folder / "figures.csv").write_text("figure_id\n", encoding="utf-8")
    with pytest.raises(commands.CommandError, match="ended with 1"):
        commands.measure(commands.ours(folder), 1)


def test_what_is_printed(monkeypatch, capsys):
    monkeypatch.setattr(commands, "measure", lambda command, repeat: commands.Measured(2.0 * repeat, 100.0))
    assert validate.main(["--rows", "400", "--repeat", "1", "--peer-repeat", "5"]) == 0
    printed = capsys.readouterr().out
    assert "CSV, one large table" in printed and "5 times" in printed and "judged" not in printed
