// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A program that asks for pictures by MCP and for words by chats, with one key.
#include "tests/gateway/chatrig.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject callTool(const ChatRig &rig, const QString &tool, const QJsonObject &arguments)
{
    const QJsonObject call {{u"jsonrpc"_s, u"2.0"_s},
                            {u"id"_s, 1},
                            {u"method"_s, u"tools/call"_s},
                            {u"params"_s, QJsonObject {{u"name"_s, tool}, {u"arguments"_s, arguments}}}};
    const RawAnswer answer =
        rig.gateway.ask(rig.gateway.request("POST", "/mcp", QJsonDocument(call).toJson(QJsonDocument::Compact),
                                            "MCP-Protocol-Version: 2025-11-25\r\nConnection: close\r\n"));
    return answer.json().value("result"_L1).toObject();
}

} // namespace

class TestMcpWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChatIsNoJob()
    {
        ChatRig rig;
        const QJsonObject drawn =
            callTool(rig, u"generate_image"_s, {{u"model"_s, u"drawn"_s}, {u"prompt"_s, u"a paper boat"_s}});
        const QJsonValue picture = drawn["structuredContent"_L1]["job_id"_L1];
        QVERIFY(!picture.toString().isEmpty());
        QCOMPARE(rig.chat().status, 200);
        const QString chat = rig.last().id;
        QVERIFY(chat != picture.toString());
        QCOMPARE(callTool(rig, u"get_job"_s, {})["structuredContent"_L1]["job_id"_L1], picture);
        const QJsonObject refused = callTool(rig, u"get_job"_s, {{u"job_id"_s, chat}});
        QVERIFY(refused.value("isError"_L1).toBool());
        QVERIFY(refused["content"_L1][0]["text"_L1].toString().contains(u"not_found"_s));
    }
};

QTEST_GUILESS_MAIN(TestMcpWords)
#include "test_mcpwords.moc"
