// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/dialect.h"
#include "core/gateway/filelinks.h"
#include "core/gateway/http/exchange.h"

#include <QUrl>

#include <functional>
#include <memory>

namespace lightwell {

class AdapterRegistry;
class Engine;
class JobBook;

/// What all that answers calls for pictures shares. Lives longer than they.
struct GenerationTools
{
    using Send = std::function<void(Exchange *, const GatewayResponse &)>;
    Engine &engine;
    JobBook &jobs; ///< where they can be looked at
    Send respond; ///< sends a whole answer
    FileLinks links = FileLinks();
    QUrl publicUrl = {}; ///< GatewayOptions::publicUrl
    QString scheme = QStringLiteral("http"); ///< of links, where that is empty
    const AdapterRegistry *adapters = nullptr; ///< Gateway::Parts::adapters
};

/// The address of the gateway as links begin with it: `publicUrl` (GatewayOptions) where it is set, else what the
/// request was sent to, by the gateway's own `scheme`. "http://127.0.0.1:4747/v1"
[[nodiscard]] QString baseAddress(const GatewayRequest &request, const QUrl &publicUrl, const QString &scheme);

/// What the answer to a call is made of, so that it can be made on the thread pool, for each who waits or asks later.
struct GenerationAnswer
{
    DialectPtr dialect;
    GenerationCall call;
    std::shared_ptr<const Generation> generation; ///< has ended; never null
    QString base; ///< of links to files: "http://127.0.0.1:4747/v1/files/"
    FileLinks links;
    QString client; ///< for whom they are made

    [[nodiscard]] static GenerationAnswer make(const GenerationTools &tools, const DialectPtr &dialect,
                                               GenerationCall call, const std::shared_ptr<const Generation> &generation,
                                               const Exchange &exchange);
    /// Whether files are read or pictures encoded that take more than a moment.
    [[nodiscard]] bool isMuchToWrite() const;
    [[nodiscard]] GatewayResponse write() const;
};

/// Writes an answer, on the pool where that takes its time, and gives it to who waits, in whichever form that is
/// awaited. `before` is called where it is given now.
void giveAnswer(GenerationAnswer answer, Exchange *exchange, const GenerationTools &tools,
                const std::function<void()> &before = {});

} // namespace lightwell
