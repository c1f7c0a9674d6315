// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/catalog/modelcard.h"

#include <QRegularExpression>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// The cards of the families, and the Markdown they are written in.
class TestModelCards : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFamilyHasOne_data();
    void everyFamilyHasOne();
    void rawHtmlIsLeftOut_data();
    void rawHtmlIsLeftOut();
    void textIsReadable();
    void aNameIsNoPath_data();
    void aNameIsNoPath();
};

void TestModelCards::everyFamilyHasOne_data()
{
    QTest::addColumn<QString>("family");
    const Catalog catalog = Catalog::builtIn();
    QStringList families;
    for (const Model &model : catalog.models() + catalog.unserved()) {
        if (!families.contains(model.family)) {
            families.append(model.family);
            QTest::newRow(qPrintable(model.family)) << model.family;
        }
    }
}

void TestModelCards::everyFamilyHasOne()
{
    QFETCH(QString, family);
    const QByteArray card = modelCard(family);
    QVERIFY2(!card.isEmpty(), qPrintable(u"resources/catalog/cards/%1.md"_s.arg(family)));
    const QString html = markdown::toHtml(card);
    const QString text = markdown::toText(card);
    QVERIFY2(!html.contains(u"<!--"_s), "raw HTML"); // what cmark writes in its place
    QVERIFY2(!text.contains(u'|'), "a table");
    static const QRegularExpression price(u"[$€£¥]|\\b(USD|cents?|dollars?)\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    QVERIFY2(!text.contains(price), "a typed price");
    static const QRegularExpression blank(u"\\s+"_s);
    const qsizetype words = text.split(blank).size();
    QVERIFY2(words >= 50 && words <= 170, qPrintable(QString::number(words)));
}

void TestModelCards::rawHtmlIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::newRow("block") << QByteArray("<script>steal()</script>\n");
    QTest::newRow("inline") << QByteArray("before <img src=\"/etc/passwd\"> after\n");
    QTest::newRow("link that runs") << QByteArray("[a](javascript:steal())\n");
    QTest::newRow("link to a file") << QByteArray("[a](file:///etc/passwd)\n");
}

void TestModelCards::rawHtmlIsLeftOut()
{
    QFETCH(QByteArray, document);
    const QString html = markdown::toHtml(document);
    QVERIFY2(!html.contains(u"steal"_s) && !html.contains(u"passwd"_s), qPrintable(html));
}

void TestModelCards::textIsReadable()
{
    const QByteArray document =
        "# Title\n\nOne *two*\nthree `four`.\n\n- first\n- [second](https://example.org)\n\nEnd.\n";
    QCOMPARE(markdown::toText(document),
             u"Title\n\nOne two three four.\n\n- first\n- second (https://example.org)\n\nEnd."_s);
    QCOMPARE(markdown::toText({}), QString());
}

void TestModelCards::aNameIsNoPath_data()
{
    QTest::addColumn<QString>("family");
    for (const char *family : {"", "../offers/fal", "..", "/etc/passwd", "nobody's"}) {
        QTest::newRow(family) << QString::fromLatin1(family);
    }
}

void TestModelCards::aNameIsNoPath()
{
    QFETCH(QString, family);
    QVERIFY(modelCard(family).isEmpty());
}

QTEST_GUILESS_MAIN(TestModelCards)
#include "test_modelcards.moc"
