// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools.h"

#include "core/model/boundedjson.h"

#include <QFile>
#include <QJsonArray>

#include <algorithm>

namespace lightwell::mcp {

using namespace Qt::StringLiterals;

namespace {

QJsonObject ownFile(const QString &name)
{
    QFile file(u":/lightwell/mcp/"_s + name + u".json"_s);
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(isThere, "mcp::tools", qPrintable(name));
    const Result<QJsonObject> object = readJsonObject(file.readAll(), jsonlimits::own);
    Q_ASSERT_X(object.ok(), "mcp::tools", qPrintable(name));
    return object ? *object : QJsonObject();
}

QJsonObject inputSchemaOf(const QJsonObject &tool, const QJsonObject &arguments)
{
    QJsonObject properties;
    const QJsonArray names = tool.value("arguments"_L1).toArray();
    for (const QJsonValue name : names) {
        Q_ASSERT_X(arguments.contains(name.toString()), "mcp::tools", qPrintable(name.toString()));
        properties.insert(name.toString(), arguments.value(name.toString()));
    }
    QJsonObject schema {{u"type"_s, u"object"_s}, {u"properties"_s, properties}, {u"additionalProperties"_s, false}};
    if (tool.contains("required"_L1)) {
        schema.insert(u"required"_s, tool.value("required"_L1));
    }
    return schema;
}

Tool readTool(const QString &name, const QJsonObject &arguments)
{
    const QJsonObject file = ownFile(u"tools/"_s + name);
    QJsonObject definition {{u"name"_s, name}, {u"inputSchema"_s, inputSchemaOf(file, arguments)}};
    for (const QString &field : {u"title"_s, u"description"_s, u"annotations"_s}) {
        definition.insert(field, file.value(field));
    }
    definition.insert(u"outputSchema"_s, ownFile(u"answers/"_s + file.value("answer"_L1).toString()));
    return {name, definition};
}

} // namespace

QJsonObject Tool::inputSchema() const
{
    return definition.value("inputSchema"_L1).toObject();
}

QJsonObject Tool::outputSchema() const
{
    return definition.value("outputSchema"_L1).toObject();
}

const QList<Tool> &tools()
{
    static const QList<Tool> all = [] {
        const QJsonObject arguments = ownFile(u"arguments"_s);
        QList<Tool> read;
        for (const QString &name :
             {u"estimate_cost"_s, u"generate_image"_s, u"edit_image"_s, u"get_job"_s, u"list_models"_s, u"usage"_s}) {
            read.append(readTool(name, arguments));
        }
        return read;
    }();
    return all;
}

const Tool *findTool(const QString &name)
{
    const QList<Tool> &all = tools();
    const auto found = std::find_if(all.begin(), all.end(), [&name](const Tool &tool) { return tool.name == name; });
    return found == all.end() ? nullptr : &*found;
}

QJsonObject listedTool(const Tool &tool, Revision revision)
{
    QJsonObject listed = tool.definition;
    if (!hasAnnotations(revision)) {
        listed.remove("annotations"_L1);
    }
    if (!hasStructuredResults(revision)) {
        listed.remove("title"_L1);
        listed.remove("outputSchema"_L1);
    }
    return listed;
}

QString instructions()
{
    static const QString text = ownFile(u"instructions"_s).value("text"_L1).toString();
    return text;
}

} // namespace lightwell::mcp
