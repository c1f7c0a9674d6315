// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/dialect.h"

#include <QHash>
#include <QStringList>

namespace lightwell {

/// What a route is for.
enum class RouteCall {
    Unserved, ///< a path of the public API that nothing stands at; whatever the method, it is told so
    StartPage,
    OpenApi,
    Health,
    Metrics,
    File,
    Models,
    Model,
    Generations,
    Edits,
    Variations,
    Requests, ///< the list of them
    Request,
    RequestPayloads,
    Balance,
    ClientKeys,
    WebhookSecret,
    Job,
    JobEvents,
    JobCancel,
    Chat, ///< with text models; where pictures are asked for, ChatPictures does it
    ChatPictures, ///< stands at no path of its own
    Responses,
    KeptResponse,
    KeptResponseInput, ///< what was said before it
    Embeddings,
    Mcp,
    ModelSearch,
    ModelCount,
    ModelEndpoints,
    ImageModels,
    ImageModelEndpoints,
    Presets, ///< the list of them
    Preset,
    KeyFacts,
    ManagedKeys, ///< the list of them, and new ones
    ManagedKey,
    Credits,
    Receipt,
    Activity,
};

/// One row of the table of routes.
struct PathRoute
{
    /// What follows the prefix: "/models", or "/models/{name}", where an argument that is not empty stands, slashes
    /// included; "/models/{name}:do" ends in what follows it.
    QString pattern;
    RouteCall call = RouteCall::Health;
    QByteArrayList methods = {"GET", "HEAD"};
    BodyForm body = BodyForm::Json; ///< of a POST
    bool needsKey = true; ///< else it is open to everybody who may come in at all
};

/// A dialect, the prefixes under which all its paths stand alike, and its routes there. An empty prefix has the paths
/// that stand alone.
struct Mount
{
    DialectPtr dialect;
    QStringList prefixes;
    QList<PathRoute> routes;
};

/// What the gateway has at its addresses: the one place that says which path takes what, with which key, in whose
/// words.
class RouteTable
{
public:
    /// The dialect of the first mount words what belongs to no path.
    explicit RouteTable(const QList<Mount> &mounts);

    struct Match
    {
        const PathRoute *route = nullptr; ///< nullptr: there is nothing at this path
        DialectPtr dialect; ///< of the path's prefix, else the first; never empty
        QString argument;
        QString label; ///< the path without its argument, under its first prefix: never anything a client made up
    };
    /// Also by what programs make of an address when they join its parts: a slash too many, a prefix twice or not at
    /// all, capitals. Lives as long as the table.
    [[nodiscard]] Match find(const QString &path) const;
    [[nodiscard]] const DialectPtr &standard() const { return m_standard; }
    /// What the path takes; for one that is not there: what any takes.
    [[nodiscard]] QByteArrayList methodsAt(const QString &path) const;

private:
    [[nodiscard]] Match findAsWritten(const QString &path) const;
    /// What may be meant by it, the likeliest first.
    [[nodiscard]] QStringList spellingsOf(const QString &path) const;

    struct Entry
    {
        PathRoute route;
        DialectPtr dialect;
        QString start; ///< the whole path, or all of it before its argument
        QString tail; ///< all behind it
        bool takesArgument = false;
        QString label;
    };
    std::vector<Entry> m_entries;
    QHash<QString, std::size_t> m_exact; ///< those without an argument, by their path
    QList<std::pair<QString, DialectPtr>> m_prefixes; ///< longest first
    DialectPtr m_standard;
    QString m_usualPrefix; ///< of the first mount: what a base address should have ended with
};

/// What the gateway has as it is shipped. A dialect is added here, and nowhere else.
[[nodiscard]] QList<Mount> builtInMounts();

} // namespace lightwell
