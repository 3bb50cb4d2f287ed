"""What the tests of these models have in common."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester

from gatepost.security import Accounts

USER = "S-1-5-21-1111111111-2222222222-3333333333-1001"

ACCOUNTS = Accounts({USER: "DOMAIN01\\User\u202e01"})


def with_tester(model: QAbstractItemModel) -> QAbstractItemModel:
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return model
