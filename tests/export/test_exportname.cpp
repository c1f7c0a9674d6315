// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportname.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

class TestExportName : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesAreFilledIn_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("name");
        QTest::newRow("usual") << u"{name}"_s << u"boat"_s;
        QTest::newRow("several") << u"{date}_{prompt}_{model}_{n}"_s << u"2026-11-20_A-red-fox_flux.2-pro_007"_s;
        QTest::newRow("all others") << u"{provider}-{seed}-{size}-{time}"_s << u"fal-42-1024x768-12-30-05"_s;
        QTest::newRow("letters around") << u"my {model}!"_s << u"my-flux.2-pro"_s;
        QTest::newRow("no field") << u"fox"_s << u"fox"_s;
        QTest::newRow("no folder") << u"../{name}/x"_s << u"boat-x"_s;
        QTest::newRow("nothing") << QString() << u"picture"_s;
    }
    void namesAreFilledIn()
    {
        QFETCH(const QString, pattern);
        QTEST(exportName(pattern, whole()), "name");
    }

    void whatIsEmptyTakesItsJointAlong_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("name");
        QTest::newRow("in front") << u"{prompt}_{n}"_s << u"1"_s;
        QTest::newRow("between") << u"{name}_{prompt}_{n}"_s << u"boat_1"_s;
        QTest::newRow("behind") << u"{name} - {prompt}"_s << u"boat"_s;
        QTest::newRow("two") << u"{date}_{prompt}_{name}"_s << u"boat"_s;
        QTest::newRow("words stay") << u"{prompt}by{name}"_s << u"byboat"_s;
        QTest::newRow("all") << u"{date}_{prompt}"_s << u"picture"_s;
        QTest::newRow("the name's own signs stay") << u"{prompt}-{name}"_s << u"boat"_s;
    }
    void whatIsEmptyTakesItsJointAlong()
    {
        QFETCH(const QString, pattern);
        ExportFacts facts;
        facts.name = u"boat"_s;
        QTEST(exportName(pattern, facts), "name");
    }

    void isNeverTooLong()
    {
        ExportFacts facts = whole();
        facts.name = QString(1000, u'漢');
        facts.prompt = QString(1000, u'a');
        QVERIFY(exportName(u"{prompt}_{name}_{n}"_s, facts).toUtf8().size() <= 200);
        QCOMPARE(exportName(u"{prompt}_{n}"_s, facts), QString(60, u'a') + u"_007"_s);
    }

    void anUnknownFieldIsToldByName()
    {
        QVERIFY(checkExportName(u"{date}_{n}"_s).ok());
        const Status checked = checkExportName(u"{date}_{day}"_s);
        QVERIFY(!checked.ok());
        QCOMPARE(checked.error().kind, ErrorKind::Invalid);
        QVERIFY(checked.error().why().values.contains(ReasonValue(u"{day}"_s)));
    }

private:
    static ExportFacts whole()
    {
        ExportFacts facts;
        facts.name = u"boat"_s;
        facts.prompt = u"A red fox"_s;
        facts.model = u"flux.2-pro"_s;
        facts.provider = u"fal"_s;
        facts.seed = 42;
        facts.createdAt = QDateTime(QDate(2026, 11, 20), QTime(12, 30, 5));
        facts.size = QSize(1024, 768);
        facts.number = 7;
        facts.count = 120;
        return facts;
    }
};

QTEST_GUILESS_MAIN(TestExportName)
#include "test_exportname.moc"
