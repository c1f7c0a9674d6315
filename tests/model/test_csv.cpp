// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/csv.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;

class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("field");
        QTest::newRow("plain") << u"flux-2-pro"_s << u"flux-2-pro"_s;
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("comma") << u"a,b"_s << u"\"a,b\""_s;
        QTest::newRow("quotes") << u"a \"b\""_s << u"\"a \"\"b\"\"\""_s;
        QTest::newRow("lines") << u"a\r\nb"_s << u"\"a\r\nb\""_s;
        QTest::newRow("formula") << u"=HYPERLINK(\"x\",\"y\")"_s << u"\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""_s;
        for (const QChar first : u"=+-@\t＝"_s) {
            QTest::addRow("begins with %04x", first.unicode())
                << QString(first + u"1"_s) << QString(u'\'' + QString(first) + u'1');
        }
        QTest::newRow("a sign within is none") << u"a=b"_s << u"a=b"_s;
    }
    void words()
    {
        QFETCH(QString, text);
        QFETCH(QString, field);
        QCOMPARE(csv::words(text), field);
    }

    void records() { QCOMPARE(csv::record({u"a"_s, {}, u"ü"_s}), QByteArray("a,,\xc3\xbc\r\n")); }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "test_csv.moc"
