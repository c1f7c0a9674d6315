// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/calls/generationanswer.h"

#include "core/async/whendone.h"
#include "core/gateway/streamedanswer.h"
#include "core/storage/mediastore.h"

#include <QJsonDocument>
#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>
#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Whether it still waits for its answer, or the rest of it; the gateway may have closed meanwhile.
bool isOwed(const Exchange &exchange)
{
    return !exchange.isAnswered() || exchange.isStreaming();
}

/// All of them together: in base64 they are written faster than another thread is woken.
bool isSmall(const QList<Picture> &pictures)
{
    constexpr qint64 largest = 64LL * 1024;
    qint64 bytes = 0;
    for (const Picture &picture : pictures) {
        bytes += picture.bytes > 0 ? picture.bytes : largest + 1; // an old record may not say it
    }
    return bytes <= largest;
}

/// So its files were written a moment ago, and a slow disk was waited for then: the system still has them in memory.
/// What is older may have to come from the disk, which nobody else at the gateway is to wait for.
bool isJustMade(const Generation &generation)
{
    constexpr std::chrono::milliseconds moment = std::chrono::seconds(10);
    const qint64 age = generation.endedAt.msecsTo(QDateTime::currentDateTimeUtc());
    return generation.endedAt.isValid() && age >= 0 && age <= moment.count();
}

/// Who asks for previews gets them of a free answer as well, where its vendor has some: the picture itself.
QByteArray previewEvents(const GenerationAnswer &answer, const QList<DeliveredPicture> &pictures)
{
    const GenerationCall &call = answer.call;
    const Generation &generation = *answer.generation;
    const bool hasPreviews = generation.plan && generation.plan->offer.supports(u"partial_images"_s);
    QByteArray events;
    for (int i = 0; call.source.isFree() && hasPreviews && call.streams && i < call.request.previews; ++i) {
        events +=
            answer.dialect->previewEvent(call.kind, pictures.first().bytes, i, generation.createdAt.toSecsSinceEpoch());
    }
    return events;
}

} // namespace

QString baseAddress(const GatewayRequest &request, const QUrl &publicUrl, const QString &scheme)
{
    return publicUrl.isEmpty() ? scheme + u"://"_s + QString::fromLatin1(request.header("Host")) + u"/v1"_s
                               : publicUrl.toString(QUrl::FullyEncoded);
}

GenerationAnswer GenerationAnswer::make(const GenerationTools &tools, const DialectPtr &dialect, GenerationCall call,
                                        const std::shared_ptr<const Generation> &generation, const Exchange &exchange)
{
    const QString base = baseAddress(exchange.request(), tools.publicUrl, tools.scheme) + u"/files/"_s;
    return {dialect, std::move(call), generation, base, tools.links, exchange.client()};
}

bool GenerationAnswer::isMuchToWrite() const
{
    const QList<Picture> &pictures = generation->pictures;
    const bool hasBytes = generation->status == GenerationStatus::Completed
        && (call.form != PictureForm::Link || std::any_of(pictures.begin(), pictures.end(), [](const Picture &picture) {
                              return !picture.content.isEmpty();
                          }));
    // A sketch that came before is written on the pool, and goes first; so are sketches of a free answer.
    const bool isPlain = !call.streams && !call.source.isFree() && call.echo.isEmpty();
    return hasBytes && !(isPlain && isSmall(pictures) && isJustMade(*generation));
}

GatewayResponse GenerationAnswer::write() const
{
    const auto told = [this](GatewayResponse response) {
        call.source.addTo(response);
        return response;
    };
    const auto failure = [this, told](const Generation &failed) {
        GatewayResponse response = dialect->failure(failed);
        if (call.tellsRoute || !call.echo.isEmpty()) {
            Telling telling {.route = call.tellsRoute};
            telling.echo = call.echo.isEmpty() ? QByteArray() : QJsonDocument(call.echo).toJson(QJsonDocument::Compact);
            dialect->addOutcome(response, failed, telling);
        }
        return told(response);
    };
    if (generation->status != GenerationStatus::Completed) {
        return failure(*generation);
    }
    QList<DeliveredPicture> pictures;
    for (const Picture &picture : generation->pictures) {
        // What lies in no file has no link either: it is delivered itself.
        const bool isFile = picture.content.isEmpty() && !picture.path.isEmpty();
        const QString url =
            isFile && call.form != PictureForm::Base64 ? base + links.nameFor(picture, client) : QString();
        if (isFile && call.form == PictureForm::Link) {
            pictures.append({url, {}});
            continue;
        }
        const Result<QByteArray> bytes = MediaStore::bytesOf(picture);
        if (!bytes) {
            Generation failed = *generation;
            failed.error = bytes.error();
            failed.error->kind = ErrorKind::Storage; // not the model is missing
            // What is paid for is never asked for again by itself.
            failed.error->billing = call.source.isFree() ? Billing::NotBilled : Billing::Billed;
            return failure(failed);
        }
        pictures.append({url, *bytes});
    }
    GatewayResponse response = dialect->answer(call, *generation, pictures);
    response.body.prepend(previewEvents(*this, pictures));
    return told(response);
}

void giveAnswer(GenerationAnswer answer, Exchange *exchange, const GenerationTools &tools,
                const std::function<void()> &before)
{
    if (!answer.isMuchToWrite()) {
        if (before) {
            before();
        }
        return StreamedAnswer::give(exchange, answer.write(), tools.respond);
    }
    // For the exchange: whoever hangs up may come back for it, and the call may be forgotten before it is written.
    const DialectPtr dialect = answer.dialect;
    const auto writing = QtConcurrent::run([answer = std::move(answer)] { return std::optional(answer.write()); });
    whenDone(writing, exchange,
             [exchange, before = before, dialect, &tools](const std::optional<GatewayResponse> &response) {
                 if (before && response && isOwed(*exchange)) {
                     before();
                 }
                 StreamedAnswer::give(exchange, response ? *response : dialect->error(givenUp()), tools.respond);
             });
}

} // namespace lightwell
