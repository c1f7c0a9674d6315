// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/textcatalog.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// The text models that are shipped, and how they are found.
class TestTextCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsShippedIsWell();
    void finds_data();
    void finds();
    void aFaultLeavesOutItsEntry_data();
    void aFaultLeavesOutItsEntry();
};

void TestTextCatalog::whatIsShippedIsWell()
{
    const TextCatalog catalog = TextCatalog::builtIn();
    QVERIFY(catalog.offers().size() >= 47);
    QStringList ids;
    for (const TextOffer &offer : catalog.offers()) {
        QVERIFY2(!offer.prices.isEmpty(), qPrintable(offer.model));
        for (const TextPrice &price : offer.prices) {
            QVERIFY2(price.cached <= price.input, qPrintable(offer.model)); // or the bound would not hold
        }
        ids.append(offer.provider + u'/' + offer.model);
    }
    QCOMPARE(ids.removeDuplicates(), 0);
    const QDir folder(u":/lightwell/chat"_s);
    const QStringList files = folder.entryList();
    QVERIFY(files.size() >= 10);
    for (const QString &name : files) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList faults;
        const TextCatalog one = TextCatalog::fromFile(file.readAll(), faults);
        QVERIFY2(faults.isEmpty(), qPrintable(name + u": "_s + faults.join(u", "_s)));
        for (const TextOffer &offer : one.offers()) {
            QCOMPARE(offer.provider + u".json"_s, name);
        }
    }
}

void TestTextCatalog::finds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("offers"); // provider, colon, id there
    QTest::addColumn<bool>("named");
    QTest::newRow("one") << u"gpt-5"_s << QStringList {u"openai:gpt-5"_s} << false;
    QTest::newRow("in other letters") << u"GPT-5"_s << QStringList {u"openai:gpt-5"_s} << false;
    QTest::newRow("at its provider") << u"openai/gpt-5"_s << QStringList {u"openai:gpt-5"_s} << true;
    QTest::newRow("at several") << u"openai/gpt-oss-120b"_s
                                << QStringList {u"groq:openai/gpt-oss-120b"_s, u"together:openai/gpt-oss-120b"_s}
                                << false;
    QTest::newRow("at one of them") << u"groq/openai/gpt-oss-120b"_s << QStringList {u"groq:openai/gpt-oss-120b"_s}
                                    << true;
    QTest::newRow("nobody listed it") << u"openai/gpt-7-nano"_s << QStringList {u"openai:gpt-7-nano"_s} << true;
    QTest::newRow("nobody has it") << u"gpt-7-nano"_s << QStringList() << false;
    QTest::newRow("nobody serves it here") << u"grok-4.7"_s << QStringList() << false;
    QTest::newRow("a strange provider") << u"elsewhere/gpt-5"_s << QStringList() << false;
    QTest::newRow("a provider alone") << u"openai/"_s << QStringList() << false;
}

void TestTextCatalog::finds()
{
    QFETCH(QString, name);
    QFETCH(QStringList, offers);
    const TextCatalog::Found found =
        TextCatalog::builtIn().find(name, {u"openai"_s, u"groq"_s, u"together"_s, u"deepseek"_s});
    QStringList ids;
    for (const TextOffer &offer : found.offers) {
        ids.append(offer.provider + u':' + offer.providerModel);
    }
    ids.sort();
    QCOMPARE(ids, offers);
    QTEST(found.isNamed, "named");
}

void TestTextCatalog::aFaultLeavesOutItsEntry_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QString>("place");
    QTest::newRow("misspelt") << R"({"id":"a","max_outputs":1})"_ba << u"models[0].max_outputs"_s;
    QTest::newRow("no id") << R"({"vision":true})"_ba << u"models[0].id"_s;
    QTest::newRow("a price from nowhere")
        << R"({"id":"a","prices":[{"input":1,"output":2}]})"_ba << u"models[0].source"_s;
    QTest::newRow("a price of cents") << R"({"id":"a","source":"s","as_of":"2026","prices":[{"inputs":1}]})"_ba
                                      << u"models[0].prices[0].inputs"_s;
    QTest::newRow("a strange kind") << R"({"id":"a","kinds":["songs"]})"_ba << u"models[0].kinds[0]"_s;
    QTest::newRow("no day") << R"({"id":"a","source":"s","as_of":"2026","prices":[{"input":1,"from":"soon"}]})"_ba
                            << u"models[0].prices[0].from"_s;
}

void TestTextCatalog::aFaultLeavesOutItsEntry()
{
    QFETCH(QByteArray, entry);
    QFETCH(QString, place);
    QStringList faults;
    const TextCatalog catalog =
        TextCatalog::fromFile(R"({"provider":"p","models":[)" + entry + R"(,{"id":"b"}]})", faults);
    QCOMPARE(faults, QStringList {place});
    QCOMPARE(catalog.names(), QStringList {u"b"_s});
}

QTEST_GUILESS_MAIN(TestTextCatalog)
#include "test_textcatalog.moc"
