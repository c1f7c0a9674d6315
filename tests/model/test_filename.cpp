// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/filename.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// Names of files, made of words that came from outside.
class TestFileName : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stems_data();
    void stems();
    void neverTooLong_data();
    void neverTooLong();
};

void TestFileName::stems_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("stem");
    const auto row = [](const char *name, const QString &words, const QString &stem) {
        QTest::newRow(name) << words << stem;
    };
    row("a model", u"flux.2-pro"_s, u"flux.2-pro"_s);
    row("a vendor's path", u"fal-ai/flux-2/pro"_s, u"fal-ai-flux-2-pro"_s);
    row("upwards", u"../../etc/passwd"_s, u"etc-passwd"_s);
    row("hidden", u".bashrc"_s, u"bashrc"_s);
    row("an option", u"--delete"_s, u"delete"_s);
    row("nothing", {}, u"picture"_s);
    row("dots", u"..."_s, u"picture"_s);
    row("HTML", u"<img src=/dev/zero>"_s, u"img-src-dev-zero"_s);
    row("controls", u"a\u001B]0;x\u0007\nb\u009Bc"_s, u"a-0-x-b-c"_s);
    row("turned around", u"boat\u202Egnp"_s, u"boat-gnp"_s);
    row("for a shell", u"$(rm -rf ~); `x` \"y\" 'z' & | > *"_s, u"rm-rf-x-y-z"_s);
    row("a device", u"CON"_s, u"picture-CON"_s);
    row("a device with an ending", u"nul.tar"_s, u"picture-nul.tar"_s);
    row("only like a device", u"console"_s, u"console"_s);
    row("ends in a point", u"boat. "_s, u"boat"_s);
    row("other scripts", u"日本の船 नमस्ते"_s, u"日本の船-नमस्ते"_s);
    row("emoji", u"a \u2764\uFE0F boat"_s, u"a-boat"_s);
    row("half a pair", QString(u"a"_s + QChar(0xD83D) + u'b'), u"a-b"_s);
    row("invisible letters", u"\u3164\u115F\uFFA0"_s, u"picture"_s);
    row("marks without a letter", u"\u0301\u0301x"_s, u"x"_s);
}

void TestFileName::stems()
{
    QFETCH(QString, words);
    QTEST(fileStem(words), "stem");
}

void TestFileName::neverTooLong_data()
{
    QTest::addColumn<QString>("letter");
    QTest::newRow("one byte") << u"x"_s;
    QTest::newRow("three bytes") << u"船"_s;
    QTest::newRow("four bytes") << u"\U00020000"_s;
    QTest::newRow("marks") << u"e\u0301\u0302\u0303"_s;
}

void TestFileName::neverTooLong()
{
    QFETCH(QString, letter);
    const QString stem = fileStem(letter.repeated(3000), 60);
    QVERIFY(stem.toUtf8().size() <= 60);
    QVERIFY(stem.toUtf8().size() > 55);
    QVERIFY(stem.isValidUtf16());
}

QTEST_APPLESS_MAIN(TestFileName)
#include "test_filename.moc"
