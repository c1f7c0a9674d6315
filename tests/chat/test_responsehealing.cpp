// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/healedanswer.h"
#include "core/chat/responsehealing.h"
#include "core/model/boundedjson.h"

#include <QFile>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;
using Verdict = Healing::Verdict;

namespace {

QJsonArray damagedTexts()
{
    QFile file(QStringLiteral(LIGHTWELL_TEST_DAMAGED));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return readJson(file.readAll(), jsonlimits::own)->array();
}

Verdict verdictNamed(const QString &name)
{
    return name == "valid"_L1  ? Verdict::Valid
        : name == "cut_off"_L1 ? Verdict::CutOff
        : name.isEmpty()       ? Verdict::Repaired
                               : Verdict::Hopeless;
}

/// Writes legal documents of every shape, with white space wherever there may be some.
class Author
{
public:
    explicit Author(quint32 seed)
        : m_random(seed)
    {
    }

    QString container(int depth)
    {
        const bool isObject = m_random.bounded(2) == 0;
        QString text = isObject ? u"{"_s : u"["_s;
        const int count = static_cast<int>(m_random.bounded(5));
        for (int index = 0; index < count; ++index) {
            text += (index > 0 ? u","_s : QString()) + space();
            if (isObject) {
                text += words() + space() + u':' + space();
            }
            text += value(depth - 1) + space();
        }
        return space() + text + (isObject ? u"}"_s : u"]"_s) + space();
    }

private:
    QString pick(const QStringList &choices)
    {
        return choices.at(static_cast<qsizetype>(m_random.bounded(static_cast<quint32>(choices.size()))));
    }
    QString space() { return pick({QString(), QString(), u" "_s, u"\n"_s, u"\t\r\n  "_s}); }
    QString value(int depth)
    {
        switch (m_random.bounded(depth > 0 ? 5 : 3)) {
        case 0:
            return words();
        case 1:
            return pick({u"0"_s, u"-0"_s, u"1E+2"_s, u"-1.5e-300"_s, u"12345678901234567890"_s, u"0.10"_s});
        case 2:
            return pick({u"true"_s, u"false"_s, u"null"_s});
        default:
            return container(depth);
        }
    }
    /// What confuses: everything that has a meaning outside of texts.
    QString words()
    {
        QString text;
        const int count = static_cast<int>(m_random.bounded(8));
        for (int index = 0; index < count; ++index) {
            text += pick({u"\\\""_s, u"\\\\"_s, u"\\n"_s, u"\\u00e9"_s, u"\\ud83d"_s, u","_s, u":"_s,  u"}"_s,  u"]"_s,
                          u"{"_s,    u"["_s,    u"//"_s,  u"/*"_s,      u"#"_s,       u"'"_s, u"`"_s,  u"“"_s,  u"a"_s,
                          u" "_s,    u"..."_s,  u"+"_s,   u"True"_s,    u"```"_s,     u"é"_s, u"漢"_s, u"\\/"_s});
        }
        return u'"' + text + u'"';
    }

    QRandomGenerator m_random;
};

} // namespace

class TestResponseHealing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void damaged_data()
    {
        QTest::addColumn<QJsonObject>("row");
        const QJsonArray rows = damagedTexts();
        QVERIFY(rows.size() >= 80);
        for (const QJsonValue &row : rows) {
            QTest::newRow(qPrintable(row["name"_L1].toString())) << row.toObject();
        }
    }

    void damaged()
    {
        QFETCH(QJsonObject, row);
        const HealingTask task {.text = row["text"_L1].toString(),
                                .schema = row["schema"_L1].toObject(),
                                .wasCutOff = row["wasCutOff"_L1].toBool()};
        const Healing healing = heal(task);
        const Verdict expected = verdictNamed(row["verdict"_L1].toString());
        QVERIFY2(healing.verdict == expected, qPrintable(healing.text));
        if (expected != Verdict::Repaired) {
            QCOMPARE(healing.text, task.text);
            return;
        }
        const Result<QJsonDocument> document = readJson(healing.text.toUtf8(), jsonlimits::own);
        QVERIFY2(document, qPrintable(healing.text));
        const QJsonValue value = document->isObject() ? QJsonValue(document->object()) : QJsonValue(document->array());
        QVERIFY2(value == row["expected"_L1], qPrintable(healing.text));
        QCOMPARE(heal({.text = healing.text}).verdict, Verdict::Valid);
    }

    void whatIsValidStaysAsItIs()
    {
        for (quint32 seed = 0; seed < 5000; ++seed) {
            const QString text = Author(seed).container(5);
            const Healing healing = heal({.text = text});
            QVERIFY2(healing.verdict == Verdict::Valid, qPrintable(text));
            QCOMPARE(healing.text, text);
        }
    }

    /// However a text breaks off or loses a letter, what comes is JSON or the text as it was.
    void whatIsLostNeverMakesItWorse()
    {
        for (quint32 seed = 0; seed < 300; ++seed) {
            const QString text = Author(seed).container(4);
            for (qsizetype at = 0; at < text.size(); ++at) {
                for (const QString &damaged : {text.left(at), QString(text).remove(at, 1)}) {
                    const Healing healing = heal({.text = damaged});
                    if (healing.verdict == Verdict::Repaired) {
                        QVERIFY2(heal({.text = healing.text}).verdict == Verdict::Valid, qPrintable(damaged));
                    } else {
                        QCOMPARE(healing.text, damaged);
                    }
                }
            }
        }
    }

    void answersThatEndEarlyStayAsTheyAre_data()
    {
        QTest::addColumn<bool>("mended");
        QTest::newRow("stop") << true;
        QTest::newRow("tool_calls") << true;
        for (const char *early : {"length", "content_filter", "error"}) {
            QTest::newRow(early) << false;
        }
    }
    void answersThatEndEarlyStayAsTheyAre()
    {
        QFETCH(bool, mended);
        const QJsonObject choice {{u"message"_s, QJsonObject {{u"content"_s, u"{\"a\": [1, 2"_s}}},
                                  {u"finish_reason"_s, QString::fromLatin1(QTest::currentDataTag())}};
        const QByteArray answer =
            QJsonDocument(QJsonObject {{u"choices"_s, QJsonArray {choice}}}).toJson(QJsonDocument::Compact);
        const Result<HealedAnswer> healed = healedAnswer(answer, {});
        QVERIFY(healed);
        QCOMPARE(healed->report.isMended, mended);
        QCOMPARE(healed->text == answer, !mended);
    }

    void endlessNestingIsLeftAlone()
    {
        const QString deep = u"{\"a\":"_s.repeated(100'000) + u"1"_s;
        QCOMPARE(heal({.text = deep}).text, deep);
        const QString brackets = QString(100'000, u'[');
        QCOMPARE(heal({.text = brackets}).text, brackets);
    }
};

QTEST_GUILESS_MAIN(TestResponseHealing)
#include "test_responsehealing.moc"
