// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is paid for lies behind the link in the answer, and survives every odd answer of whoever keeps it: each vendor
// that sends links at once, each answer. Those with jobs stand in test_oddanswers.
#include "core/engine/callreasons.h"
#include "core/model/reasonsearch.h"
#include "tests/providers/drive.h"
#include "tests/providers/linkvendors.h"
#include "tests/providers/oddanswers.h"

#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

class TestOddLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areAskedAgain_data();
    void areAskedAgain();
    void oneThatLeadsNowhere_data();
    void oneThatLeadsNowhere();
};

void TestOddLinks::areAskedAgain_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<int>("answer");
    const QList<OddAnswer> all = oddAnswers();
    const QStringList names = LinkVendor::names();
    for (const QString &vendor : names) {
        for (qsizetype i = 0; i < all.size(); ++i) {
            QTest::addRow("%s, %s", qPrintable(vendor), all.at(i).name.constData()) << vendor << static_cast<int>(i);
        }
    }
}

/// The picture behind a link is paid for, whatever whoever keeps it says first.
void TestOddLinks::areAskedAgain()
{
    QFETCH(const QString, vendor);
    QFETCH(const int, answer);
    const LinkVendor at(vendor);
    at.files().script(u"download"_s, oddAnswers().at(answer).reply, 2);
    const CallOutcome outcome = drive(at.adapter(), at.plan(), at.credentials());
    QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->why().code) : "");
    QCOMPARE(outcome.media.size(), 1);
    QVERIFY(sniffFormat(outcome.media.first().bytes));
    QCOMPARE(at.standIn().billed(), 1);
    QCOMPARE(at.files().downloads(), 1); // of the picture itself
    QCOMPARE(at.files().violations(), QStringList());
}

void TestOddLinks::oneThatLeadsNowhere_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<int>("status");
    const QStringList names = LinkVendor::names();
    for (const QString &vendor : names) {
        for (const int status : {403, 404, 410, 500}) {
            QTest::addRow("%s %d", qPrintable(vendor), status) << vendor << status;
        }
    }
}

/// It is kept, and can be asked for later without paying again.
void TestOddLinks::oneThatLeadsNowhere()
{
    QFETCH(const QString, vendor);
    QFETCH(const int, status);
    const LinkVendor at(vendor);
    at.files().expireResults(status);
    CallPatience patience = hastyPatience();
    patience.gone = std::chrono::milliseconds(50);
    patience.refused = std::chrono::milliseconds(50);
    patience.total = std::chrono::milliseconds(300);
    patience.fetch = patience.total;
    const CallOutcome outcome = drive(at.adapter(), at.plan(), at.credentials(), patience);
    QVERIFY(outcome.error);
    const Reason why = outcome.error->why();
    QVERIFY(holdsReason(why, reasons::pictureLinkKept.code) || holdsReason(why, reasons::pictureLinkKeptUntil.code));
    QCOMPARE(outcome.error->billing, Billing::Billed);
    QVERIFY(outcome.hasJob);
    QCOMPARE(at.standIn().billed(), 1);
    QVERIFY(at.files().downloads() > 1);
}

QTEST_GUILESS_MAIN(TestOddLinks)
#include "test_oddlinks.moc"
