// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/server.h"

#include "core/mcp/lookupcalls.h"
#include "core/mcp/picturecall.h"
#include "core/mcp/plaincall.h"
#include "core/mcp/schemacheck.h"
#include "core/mcp/tools.h"

#include <QCoreApplication>
#include <QRandomGenerator>

namespace lightwell::mcp {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Mcp)
};

QByteArray newSecret()
{
    QByteArray secret(32, Qt::Uninitialized);
    QRandomGenerator::system()->generate(secret.begin(), secret.end());
    return secret;
}

/// null is the same as absent, as assistants write it.
std::optional<QString> faultInArguments(const Message &request, const Tool &tool)
{
    const QJsonValue given = request.params.value("arguments"_L1);
    QJsonObject arguments = given.toObject();
    for (auto argument = arguments.begin(); argument != arguments.end();) {
        argument = argument->isNull() ? arguments.erase(argument) : std::next(argument);
    }
    return given.isUndefined() || given.isObject() ? faultBySchema(arguments, tool.inputSchema())
                                                   : faultBySchema(given, tool.inputSchema());
}

} // namespace

Server::Server(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_jobs(parts.engine, parts.journal, this) // so that they move along
    , m_surroundings {parts.engine, parts.journal, parts.ledger, parts.media, parts.keyring,
                      m_jobs,       Catalog(),     {},           newSecret()}
{
}

Server::~Server() = default;

void Server::setCatalog(const Catalog &catalog)
{
    m_surroundings.catalog = catalog;
    m_surroundings.index.reset();
}

Call *Server::openTool(const Message &request, const Terms &terms, const Asker &asker, QObject *parent)
{
    const QString name = request.params.value("name"_L1).toString();
    const Tool *tool = findTool(name);
    if (!tool) {
        return new FaultCall(request, terms, asker, parent,
                             {errorcode::invalidParams, Text::tr("There is no tool %1.").arg(name.left(64))});
    }
    if (const std::optional<QString> fault = faultInArguments(request, *tool)) {
        return new FaultCall(request, terms, asker, parent, notSent(ErrorKind::Invalid, *fault));
    }
    if (name == "list_models"_L1) {
        return new ModelsCall(request, terms, asker, m_surroundings, parent);
    }
    if (name == "usage"_L1) {
        return new UsageCall(request, terms, asker, m_surroundings, parent);
    }
    if (name == "get_job"_L1) {
        return new JobCall(request, terms, asker, m_surroundings, parent);
    }
    return new PictureCall(request, terms, asker, m_surroundings, parent);
}

Call *Server::open(const Message &request, const Terms &terms, const Asker &asker, QObject *parent)
{
    if (request.method == "tools/call"_L1) {
        return openTool(request, terms, asker, parent);
    }
    if (request.method == "resources/list"_L1) {
        return new PicturesCall(request, terms, asker, m_surroundings, parent);
    }
    if (request.method == "resources/read"_L1) {
        return new ReadPictureCall(request, terms, asker, m_surroundings, parent);
    }
    return new PlainCall(request, terms, asker, parent);
}

} // namespace lightwell::mcp
