// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/glob.h"
#include "core/model/projectname.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;

class TestNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void globs_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("matches");
        QTest::newRow("itself") << u"flux.2"_s << u"flux.2"_s << true;
        QTest::newRow("a dot is a dot") << u"flux.2"_s << u"flux-2"_s << false;
        QTest::newRow("only a part") << u"flux"_s << u"flux-2"_s << false;
        QTest::newRow("star at the end") << u"flux*"_s << u"flux-2"_s << true;
        QTest::newRow("star for nothing") << u"flux*"_s << u"flux"_s << true;
        QTest::newRow("star within") << u"f*-pro"_s << u"flux-pro-2-pro"_s << true;
        QTest::newRow("stars") << u"*-2*pro*"_s << u"flux-2-pro"_s << true;
        QTest::newRow("star, no match") << u"f*-pro"_s << u"flux-pro-2"_s << false;
        QTest::newRow("one") << u"flux-?"_s << u"flux-2"_s << true;
        QTest::newRow("one, not none") << u"flux-?"_s << u"flux-"_s << false;
        QTest::newRow("case") << u"FLUX*"_s << u"flux-2"_s << true;
        QTest::newRow("brackets are plain") << u"flux-[12]"_s << u"flux-1"_s << false;
        QTest::newRow("nothing") << QString() << u"flux"_s << false;
        QTest::newRow("everything") << u"*"_s << QString() << true;
        QTest::newRow("hostile") << u"*a*a*a*a*a*a*a*b"_s << QString(20'000, u'a') << false;
    }
    void globs()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QFETCH(bool, matches);
        QCOMPARE(matchesGlob(pattern, text), matches);
    }

    void forLike()
    {
        QCOMPARE(likePattern(u"a*b?c"_s), u"a%b_c"_s);
        QCOMPARE(likePattern(u"100%_\\"_s), u"100\\%\\_\\\\"_s);
    }

    void projects_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("plain") << u"shoes"_s << true;
        QTest::newRow("words") << u"Spring campaign, 2027 – Zürich"_s << true;
        QTest::newRow("emoji") << u"👟"_s << true;
        QTest::newRow("80") << QString(80, u'x') << true;
        QTest::newRow("81") << QString(81, u'x') << false;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("spaces") << u"  "_s << false;
        QTest::newRow("space in front") << u" shoes"_s << false;
        QTest::newRow("line") << u"a\nb"_s << false;
        QTest::newRow("escape") << u"a\x1b[31m"_s << false;
        QTest::newRow("direction") << u"a\u202eb"_s << false;
        QTest::newRow("half a letter") << QString(QChar(0xD83D)) << false;
    }
    void projects()
    {
        QFETCH(QString, name);
        QFETCH(bool, isOne);
        QCOMPARE(isProjectName(name), isOne);
    }
};

QTEST_GUILESS_MAIN(TestNames)
#include "test_names.moc"
