// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/displaytext.h"
#include "tests/cli/cliprogram.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// Sets the title, clears the screen, in one character too, and turns the line around; then a line of its own.
const QString hostile = u"\u001B]0;PWNED\u0007\u001B[2J\u009B2J\u202Eevil\u200B\r\nTotal $7.77, reserved $7.77"_s;

QByteArray smallPng()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
        "rkJggg==");
}

/// What a terminal would act on, or take for a line that Lightwell wrote.
QString actingIn(const QByteArray &output)
{
    const QStringList lines = QString::fromUtf8(output).split(u'\n');
    for (const QString &line : lines) {
        if (!isDisplayable(line) || line.startsWith(u"Total $7.77, reserved $7.77"_s)) {
            return displayText(line);
        }
    }
    return {};
}

} // namespace

/// Words of vendors and of gateway clients on the owner's terminal.
class TestCliForeignWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vendorsWords_data();
    void vendorsWords();
    void vendorsWordsAreKeptInPart_data();
    void vendorsWordsAreKeptInPart();
    void namesOfTheirOwn_data();
    void namesOfTheirOwn();
    void tablesStayAligned();
    void filesOfAHostileModel();
};

void TestCliForeignWords::vendorsWords_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<int>("status");
    const QStringList generate {u"generate"_s, u"boat"_s, u"--model"_s, u"openai/gpt-image-1-mini"_s};
    QTest::newRow("an error") << generate << 400;
    QTest::newRow("an error, for programs") << (generate + QStringList {u"--json"_s}) << 400;
    QTest::newRow("a key is refused") << QStringList {u"keys"_s, u"test"_s, u"openai"_s} << 401;
    QTest::newRow("a revised prompt") << generate << 200;
    QTest::newRow("a revised prompt, for programs") << (generate + QStringList {u"--json"_s}) << 200;
    QTest::newRow("a comparison") << QStringList {u"compare"_s,  u"boat"_s,
                                                  u"--models"_s, u"openai/gpt-image-1-mini"_s,
                                                  u"-o"_s,       u"sheet.png"_s}
                                  << 200;
    QTest::newRow("an error in a comparison")
        << QStringList {u"compare"_s, u"boat"_s, u"--models"_s, u"openai/gpt-image-1-mini"_s, u"-o"_s, u"sheet.png"_s}
        << 400;
}

void TestCliForeignWords::vendorsWords()
{
    QFETCH(QStringList, command);
    QFETCH(int, status);
    const QJsonObject refusal {
        {u"error"_s, QJsonObject {{u"message"_s, hostile}, {u"param"_s, hostile}, {u"code"_s, hostile}}}};
    const QJsonObject picture {{u"data"_s,
                                QJsonArray {QJsonObject {{u"b64_json"_s, QString::fromLatin1(smallPng().toBase64())},
                                                         {u"revised_prompt"_s, hostile}}}}};
    TestServer vendor([&](const Received &) { return Reply::json(status == 200 ? picture : refusal, status); });
    CliProgram cli;
    cli.setVariable(u"OPENAI_API_KEY"_s, u"sk-canary0123456789abcdef"_s);
    cli.setVariable(u"LIGHTWELL_OPENAI_BASE_URL"_s, vendor.url().toString());
    for (const QStringList &arguments :
         {command, QStringList {u"requests"_s}, QStringList {u"requests"_s, u"--json"_s}, QStringList {u"usage"_s}}) {
        const auto process = cli.start(arguments);
        QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 60'000);
        const QByteArray out = process->readAllStandardOutput();
        const QByteArray err = process->readAllStandardError();
        QVERIFY2(actingIn(out).isEmpty(), qPrintable(actingIn(out)));
        QVERIFY2(actingIn(err).isEmpty(), qPrintable(actingIn(err)));
        if (arguments.contains(u"--json"_s)) {
            const QJsonDocument report = QJsonDocument::fromJson(out);
            QVERIFY(!report.isNull());
            if (status == 200 && report.isObject()) {
                QCOMPARE(report[u"pictures"_s][0][u"revised_prompt"_s].toString(), hostile);
            }
        }
    }
    QVERIFY(vendor.count() > 0);
    QFile log(cli.home() + u"/logs/lightwell.log"_s);
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray lines = log.readAll();
    QVERIFY(lines.contains("lightwell.http: "));
    QVERIFY2(actingIn(lines).isEmpty(), qPrintable(actingIn(lines)));
}

void TestCliForeignWords::vendorsWordsAreKeptInPart_data()
{
    QTest::addColumn<QString>("field");
    for (const QString &field : {u"message"_s, u"param"_s, u"code"_s, u"type"_s, u"revised_prompt"_s}) {
        QTest::newRow(qPrintable(field)) << field;
    }
}

/// The journal keeps what somebody would read, not all that a vendor writes.
void TestCliForeignWords::vendorsWordsAreKeptInPart()
{
    QFETCH(QString, field);
    const QString words = QString(u"word "_s).repeated(40'000);
    const bool made = field == "revised_prompt"_L1;
    QJsonObject answer {{u"error"_s, QJsonObject {{field, words}}}};
    if (made) {
        answer = {
            {u"data"_s,
             QJsonArray {QJsonObject {{u"b64_json"_s, QString::fromLatin1(smallPng().toBase64())}, {field, words}}}}};
    }
    TestServer vendor([&](const Received &) { return Reply::json(answer, made ? 200 : 400); });
    CliProgram cli;
    cli.setVariable(u"OPENAI_API_KEY"_s, u"sk-canary0123456789abcdef"_s);
    cli.setVariable(u"LIGHTWELL_OPENAI_BASE_URL"_s, vendor.url().toString());
    const auto process = cli.start({u"generate"_s, u"boat"_s, u"--model"_s, u"openai/gpt-image-1-mini"_s});
    QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 60'000);
    QCOMPARE(process->exitCode(), made ? 0 : 1);
    QVERIFY(process->readAllStandardError().size() < 3000);
    const CliResult kept = cli.run({u"requests"_s, u"--json"_s});
    QCOMPARE(kept.json().array().size(), 1);
    QVERIFY2(kept.out.size() < (made ? 80'000 : 16'000), QByteArray::number(kept.out.size()).constData());
}

void TestCliForeignWords::namesOfTheirOwn_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("command") << QStringList {hostile};
    QTest::newRow("option") << QStringList {u"models"_s, u"--"_s + hostile};
    QTest::newRow("model") << QStringList {u"generate"_s, u"boat"_s, u"--model"_s, u"openai/"_s + hostile};
    QTest::newRow("estimated model") << QStringList {u"estimate"_s, u"boat"_s, u"--model"_s, hostile};
    QTest::newRow("provider") << QStringList {u"keys"_s, u"set"_s, hostile};
    QTest::newRow("client") << QStringList {u"clients"_s, u"add"_s, hostile};
    QTest::newRow("no such client") << QStringList {u"clients"_s, u"revoke"_s, hostile};
    QTest::newRow("request") << QStringList {u"requests"_s, u"ask"_s, hostile};
    QTest::newRow("folder") << QStringList {u"generate"_s,         u"boat"_s, u"--model"_s,
                                            u"sketchbook-scene"_s, u"-o"_s,   u"/proc/"_s + hostile + u'/'};
}

void TestCliForeignWords::namesOfTheirOwn()
{
    QFETCH(QStringList, arguments);
    CliProgram cli;
    const CliResult result = cli.run(arguments);
    QVERIFY(result.exitCode > 0);
    QVERIFY(!result.err.isEmpty());
    QVERIFY2(actingIn(result.out).isEmpty(), qPrintable(actingIn(result.out)));
    QVERIFY2(actingIn(result.err).isEmpty(), qPrintable(actingIn(result.err)));
}

void TestCliForeignWords::tablesStayAligned()
{
    CliProgram cli;
    for (const QString &name : {u"plain"_s, u"日本"_s, u"e\u0301clair"_s, QString(200, u'w')}) {
        QCOMPARE(cli.run({u"clients"_s, u"add"_s, name}).exitCode, 0);
    }
    const QStringList lines =
        QString::fromUtf8(cli.run({u"clients"_s, u"list"_s}).out).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 5);
    const qsizetype column = lines.first().indexOf(u"KEY"_s);
    QVERIFY(column > 0 && column < 170); // the longest name does not push the others off the screen
    for (const QString &line : lines.sliced(1)) {
        QCOMPARE(columnsOf(line.left(line.indexOf(u'…', line.indexOf(u"  "_s)))), column);
    }
}

/// A model that somebody else wrote into the user's catalog, with a name that would climb out of the folder.
void TestCliForeignWords::filesOfAHostileModel()
{
    CliProgram cli;
    QVERIFY(QDir().mkpath(cli.home()));
    QFile catalog(cli.home() + u"/catalog.json"_s);
    QVERIFY(catalog.open(QIODevice::WriteOnly));
    const auto model = [](const QString &slug) {
        return QJsonObject {
            {u"slug"_s, slug},
            {u"name"_s, slug},
            {u"offers"_s,
             QJsonArray {QJsonObject {
                 {u"provider"_s, u"sketchbook"_s},
                 {u"provider_model"_s, u"sketchbook-pattern"_s},
                 {u"modes"_s, QJsonArray {u"text-to-image"_s}},
                 {u"fields"_s, QJsonObject {{u"prompt"_s, u"prompt"_s}, {u"size"_s, u"size"_s}}},
                 {u"formats"_s, QJsonArray {u"png"_s}},
                 {u"sizes"_s, QJsonObject {{u"kind"_s, u"list"_s}, {u"sizes"_s, QJsonArray {u"512x512"_s}}}}}}}};
    };
    catalog.write(QJsonDocument(QJsonObject {{u"models"_s, QJsonArray {model(u"-x b"_s), model(hostile)}}}).toJson());
    catalog.close();
    const CliResult models = cli.run({u"models"_s});
    QVERIFY2(actingIn(models.out).isEmpty(), qPrintable(actingIn(models.out)));
    QVERIFY2(actingIn(models.err).isEmpty(), qPrintable(actingIn(models.err)));
    QVERIFY2(models.err.contains("left out"), models.err.constData());
    QVERIFY(QDir().mkpath(cli.path(u"out"_s)));
    const CliResult made = cli.run({u"generate"_s, u"boat"_s, u"--model"_s, u"-x b"_s, u"-o"_s, cli.path(u"out"_s)});
    QVERIFY2(made.exitCode == 0, made.err.constData());
    const QStringList files = QDir(cli.path(u"out"_s)).entryList(QDir::Files | QDir::Hidden);
    QCOMPARE(files.size(), 1);
    QVERIFY2(files.first().startsWith(u"x-b"_s), qPrintable(files.first()));
}

QTEST_GUILESS_MAIN(TestCliForeignWords)
#include "test_cliforeignwords.moc"
