// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/fileservice.h"

#include "core/async/whendone.h"
#include "core/gateway/clientregistry.h"
#include "core/gateway/filelinks.h"
#include "core/gateway/replay/freeanswers.h"
#include "core/storage/mediastore.h"

#include <QtConcurrentRun>

namespace lightwell {

namespace {

/// Nothing: it is no picture.
std::optional<GatewayResponse> fileAnswer(const Result<QByteArray> &bytes)
{
    const std::optional<ImageFormat> format = bytes ? sniffFormat(*bytes) : std::nullopt;
    if (!format) {
        return std::nullopt;
    }
    return GatewayResponse {200,
                            {{"Content-Type", formatMimeType(*format).toLatin1()},
                             {"Cache-Control", "private, max-age=31536000, immutable"},
                             // An SVG is a document that could carry scripts.
                             {"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox"}},
                            *bytes};
}

} // namespace

FileService::FileService(GatewayContext &context)
    : Service(context)
    , m_made(madePicturesFolder(context.parts().replayFolder))
{
}

void FileService::handle(Exchange *exchange, const RouteTable::Match &match)
{
    const std::optional<FileLink> link = context().links().read(match.argument);
    if (!link) {
        return context().refuse(exchange, {Refusal::Kind::UnknownPath});
    }
    if (link->client.isEmpty()) {
        return readFile(exchange, link->picture);
    }
    const QPointer<Exchange> guard = exchange;
    const auto asked = context().parts().clients.isWelcome(link->client);
    whenDone(asked, this, [this, guard, picture = link->picture](const Result<bool> &welcome) {
        if (!guard) {
            return;
        }
        if (!welcome) {
            return context().fail(guard, welcome.error());
        }
        if (!*welcome) {
            return context().refuse(guard, {Refusal::Kind::UnknownPath});
        }
        readFile(guard, picture);
    });
}

void FileService::readFile(Exchange *exchange, const QString &picture)
{
    const QPointer<Exchange> guard = exchange;
    const auto reading = QtConcurrent::run([&media = context().parts().media, made = m_made, picture] {
        const Result<QByteArray> bytes = media.read(picture);
        return fileAnswer(bytes ? bytes : made.read(picture));
    });
    whenDone(reading, this, [this, guard](const std::optional<GatewayResponse> &response) {
        if (!guard) {
            return;
        }
        if (!response) {
            return context().refuse(guard, {Refusal::Kind::UnknownPath});
        }
        context().respond(guard, *response);
    });
}

} // namespace lightwell
