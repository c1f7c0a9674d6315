// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/tokenusage.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace lightwell;

class TestTokenUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data()
    {
        QTest::addColumn<QJsonValue>("told");
        QTest::addColumn<qint64>("count"); // -1: none
        QTest::newRow("none") << QJsonValue(0) << qint64(0);
        QTest::newRow("some") << QJsonValue(4160) << qint64(4160);
        QTest::newRow("negative") << QJsonValue(-1) << qint64(-1);
        QTest::newRow("a part") << QJsonValue(1.5) << qint64(-1);
        QTest::newRow("text") << QJsonValue(u"12"_s) << qint64(-1);
        QTest::newRow("nothing") << QJsonValue() << qint64(-1);
        QTest::newRow("absurd") << QJsonValue(qint64(800'000'000'000'000'000)) << maxTokens;
        QTest::newRow("as large as numbers get") << QJsonValue(1e308) << maxTokens;
        QTest::newRow("as large as whole ones get") << QJsonValue(std::numeric_limits<qint64>::max()) << maxTokens;
    }
    void counts()
    {
        QFETCH(QJsonValue, told);
        QFETCH(qint64, count);
        QCOMPARE(tokenCount(told).value_or(-1), count);
    }

    void theirSumStaysWithin64Bits()
    {
        QCOMPARE((TokenUsage {maxTokens, maxTokens, maxTokens, maxTokens}.total()), 4 * maxTokens);
    }
};

QTEST_GUILESS_MAIN(TestTokenUsage)
#include "test_tokenusage.moc"
