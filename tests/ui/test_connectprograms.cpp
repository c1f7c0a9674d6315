// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/connectprograms.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace lightwell;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(lightwell::connectprograms::Program)

/// What programs are told of the gateway.
class TestConnectPrograms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void programsNeedTheAddressAndNoKey_data();
    void programsNeedTheAddressAndNoKey();
    void theFilesOfAssistantsAreJson();
    void formsHaveThePathAsItIs();
};

void TestConnectPrograms::programsNeedTheAddressAndNoKey_data()
{
    QTest::addColumn<connectprograms::Program>("program");
    const QList<connectprograms::Program> programs = connectprograms::all();
    QVERIFY(programs.size() >= 24);
    for (const connectprograms::Program &program : programs) {
        QTest::newRow(qPrintable(program.file)) << program;
    }
}

void TestConnectPrograms::programsNeedTheAddressAndNoKey()
{
    QFETCH(connectprograms::Program, program);
    const QString text =
        connectprograms::settings(program, {QUrl(u"https://192.168.7.2:4848/v1"_s), u"/opt/it \"is\"/lightwell-cli"_s});
    QVERIFY(!text.isEmpty());
    QVERIFY(!program.name.isEmpty() && !program.place.isEmpty());
    const bool isByPipe = text.contains(u"lightwell-cli"_s);
    QVERIFY2(isByPipe || text.contains(u"https://192.168.7.2:4848"_s), qPrintable(text));
    QVERIFY2(!text.contains(u"{{"_s), qPrintable(text));
    QVERIFY(!text.contains(u"4747"_s) && !text.contains(u"lw-"_s));
}

void TestConnectPrograms::theFilesOfAssistantsAreJson()
{
    int checked = 0;
    const QList<connectprograms::Program> programs = connectprograms::all();
    for (const connectprograms::Program &program : programs) {
        static const QStringList others {u"mcp-continue"_s, u"mcp-raycast"_s, u"mcp-jan"_s};
        const bool isJson = !others.contains(program.file);
        if (program.kind != connectprograms::Kind::Assistant || !isJson) {
            continue;
        }
        const QString text = connectprograms::settings(
            program, {QUrl(u"http://127.0.0.1:4747/v1"_s), u"C:\\it \"is\"\\lightwell-cli"_s});
        const QJsonObject file = QJsonDocument::fromJson(text.toUtf8()).object();
        QVERIFY2(!file.isEmpty(), qPrintable(text));
        const QString root = program.file == "mcp-vscode"_L1 ? u"servers"_s
            : program.file == "mcp-zed"_L1                   ? u"context_servers"_s
                                                             : u"mcpServers"_s;
        const QJsonObject server = file[root]["lightwell"_L1].toObject();
        const QString url = server["url"_L1].toString() + server["serverUrl"_L1].toString();
        QVERIFY2(url == "http://127.0.0.1:4747/mcp"_L1
                     || server["command"_L1].toString() == "C:\\it \"is\"\\lightwell-cli"_L1,
                 qPrintable(text));
        ++checked;
    }
    QCOMPARE(checked, 5);
}

/// Between quotes, as in a file, no program would be found.
void TestConnectPrograms::formsHaveThePathAsItIs()
{
    const QString path = u"C:\\it \"is\"\\lightwell-cli"_s;
    const QList<connectprograms::Program> programs = connectprograms::all();
    const auto jan = std::find_if(programs.begin(), programs.end(),
                                  [](const connectprograms::Program &program) { return program.file == "mcp-jan"_L1; });
    QVERIFY(jan != programs.end());
    const QStringList lines = connectprograms::settings(*jan, {QUrl(u"http://127.0.0.1:4747/v1"_s), path}).split(u'\n');
    QVERIFY2(lines.contains(u"Command: "_s + path), qPrintable(lines.join(u'\n')));
}

QTEST_MAIN(TestConnectPrograms)
#include "test_connectprograms.moc"
