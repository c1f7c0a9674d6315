// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/displaytext.h"
#include "core/model/modelname.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// Words from outside, as they are shown.
class TestDisplayText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void shown_data();
    void shown();
    void linesAreKeptWhereAsked();
    void nothingThatActsIsLeft();
    void shortens_data();
    void shortens();
    void columns_data();
    void columns();
    void jsonMeansTheSame();
    void modelNames_data();
    void modelNames();
};

void TestDisplayText::shown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QString &text, const QString &shown) {
        QTest::newRow(name) << text << shown;
    };
    const auto same = [&row](const char *name, const QString &text) { row(name, text, text); };
    same("words", u"FLUX.2 [pro] “große” 日本語"_s);
    same("nothing", {});
    same("letters with marks", u"नमस्ते"_s);
    same("a family", u"\U0001F469\u200D\U0001F469\u200D\U0001F466"_s);
    same("a red heart on fire", u"\u2764\uFE0F\u200D\U0001F525"_s);
    same("Persian with its non-joiner", u"\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"_s);
    row("title of the terminal", u"a\u001B]0;PWNED\u0007b"_s, u"a␛]0;PWNED␇b"_s);
    row("bell, backspace, delete", u"\u0007\u0008\u007F"_s, u"␇␈␡"_s);
    row("zero", QString(1, QChar(0)), u"␀"_s);
    row("control sequence in one character", u"\u009B2J"_s, u"\uFFFD2J"_s);
    row("lines", u"done\r\nPaid: $0\u2028x\u2029y\u0085z"_s, u"done␍␊Paid: $0\uFFFDx\uFFFDy\uFFFDz"_s);
    row("tab", u"a\tb"_s, u"a b"_s);
    row("turned around", u"\u202Egnp.exe\u202C"_s, u"\uFFFDgnp.exe\uFFFD"_s);
    row("isolates", u"\u2066a\u2069\u200E\u200F\u061C"_s, u"\uFFFDa\uFFFD\uFFFD\uFFFD\uFFFD"_s);
    row("hidden", u"gpt\u200B-\u2060image\uFEFF\u00AD\u3164"_s, u"gpt\uFFFD-\uFFFDimage\uFFFD\uFFFD\uFFFD"_s);
    row("tags", u"a\U000E0041\U000E007Fb"_s, u"a\uFFFD\uFFFDb"_s);
    row("selectors that carry a message", u"a\uFE0F\uFE01\uFE02b"_s, u"a\uFE0F\uFFFD\uFFFDb"_s);
    row("joiner on nothing", u"\u200D \u200Ca"_s, u"\uFFFD \uFFFDa"_s);
    row("annotations", u"\uFFF9a\uFFFAb\uFFFB"_s, u"\uFFFDa\uFFFDb\uFFFD"_s);
    row("half a pair", QString(u"a"_s + QChar(0xD83D) + u'b' + QChar(0xDE00)), u"a\uFFFDb\uFFFD"_s);
    row("no characters", QString(u"a"_s + QChar(0xFFFE) + QChar(0xFDD0)) + u"\U0001FFFF"_s, u"a\uFFFD\uFFFD\uFFFD"_s);
}

void TestDisplayText::shown()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(displayText(text), shown);
    QCOMPARE(displayText(shown), shown);
    QCOMPARE(isDisplayable(text), text == shown);
}

void TestDisplayText::linesAreKeptWhereAsked()
{
    QCOMPARE(displayText(u"a\nb\r\nc\rd\u2028e"_s, LineBreaks::Kept), u"a\nb\nc␍d\uFFFDe"_s);
}

/// All there are, one by one and in pairs with a letter: no control, format or separator character gets through but the
/// few that scripts need.
void TestDisplayText::nothingThatActsIsLeft()
{
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        QString letter;
        letter += QChar::fromUcs4(c); // QString::fromUcs4() takes a byte order mark for none of the text
        const QString shown = displayText(letter);
        const QChar::Category category = QChar::category(c);
        const bool prefix = (c >= 0x600 && c <= 0x605) || c == 0x6DD || c == 0x70F || c == 0x890 || c == 0x891
            || c == 0x8E2 || c == 0x110BD || c == 0x110CD; // seen: signs around numbers
        const bool hieroglyph = c >= 0x13430 && c <= 0x1345F; // how they are placed
        const bool acts = category == QChar::Other_Control || category == QChar::Other_Surrogate
            || category == QChar::Separator_Line || category == QChar::Separator_Paragraph
            || (category == QChar::Other_Format && !prefix && !hieroglyph);
        if (acts && shown == letter) {
            QFAIL(qPrintable(u"U+%1 is let through"_s.arg(static_cast<uint>(c), 4, 16)));
        }
        if (shown.isEmpty() || QChar::isHighSurrogate(shown.at(0).unicode()) != (shown.size() == 2)) {
            QFAIL(qPrintable(u"U+%1 is not one character"_s.arg(static_cast<uint>(c), 4, 16)));
        }
    }
}

void TestDisplayText::shortens_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("most");
    QTest::addColumn<QString>("kept");
    QTest::newRow("fits") << u"abc"_s << 3 << u"abc"_s;
    QTest::newRow("too long") << u"abcd"_s << 3 << u"ab…"_s;
    QTest::newRow("no half pair") << u"a\U0001F525b"_s << 3 << u"a…"_s;
    QTest::newRow("one") << u"abc"_s << 1 << u"…"_s;
}

void TestDisplayText::shortens()
{
    QFETCH(QString, text);
    QFETCH(int, most);
    QTEST(shortened(text, most), "kept");
}

void TestDisplayText::columns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("columns");
    QTest::newRow("ascii") << u"abc"_s << qsizetype(3);
    QTest::newRow("wide") << u"日本"_s << qsizetype(4);
    QTest::newRow("marks") << u"e\u0301\u0302"_s << qsizetype(1);
    QTest::newRow("emoji") << u"\U0001F525"_s << qsizetype(2);
    QTest::newRow("picture of a control") << u"␛"_s << qsizetype(1);
}

void TestDisplayText::columns()
{
    QFETCH(QString, text);
    QTEST(columnsOf(text), "columns");
}

void TestDisplayText::jsonMeansTheSame()
{
    const QString words = u"\u001B[2J \u009B2J \u202Eab \u2028 \u007F \U000E0041 日本 \U0001F525\u200D \\u202E"_s;
    const QByteArray json = QJsonDocument(QJsonObject {{words, words}}).toJson();
    const QByteArray escaped = escapedJson(json);
    QCOMPARE(QJsonDocument::fromJson(escaped).object(), QJsonDocument::fromJson(json).object());
    const QString text = QString::fromUtf8(escaped);
    QVERIFY(text.contains(u"日本 \U0001F525"_s));
    QVERIFY(text.contains(u"\\u009b2J \\u202eab \\u2028 \\u007f \\udb40\\udc41"_s));
    QVERIFY(isDisplayable(text.simplified()));
    QCOMPARE(escapedJson("{\"a\": \"b\"}"), "{\"a\": \"b\"}"_ba);
}

void TestDisplayText::modelNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << u"openai/gpt-image-2"_s << true;
    QTest::newRow("path") << u"fal/fal-ai/flux-2/pro@v1:beta"_s << true;
    QTest::newRow("other script") << u"模型 一"_s << true;
    QTest::newRow("longest") << QString(longestModelName, u'm') << true;
    QTest::newRow("longer") << QString(longestModelName + 1, u'm') << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("escape") << u"openai/\u001B[2J"_s << false;
    QTest::newRow("two lines") << u"a\nb"_s << false;
    QTest::newRow("turned around") << u"\u202Eabc"_s << false;
}

void TestDisplayText::modelNames()
{
    QFETCH(QString, name);
    QTEST(isModelName(name), "good");
}

QTEST_APPLESS_MAIN(TestDisplayText)
#include "test_displaytext.moc"
