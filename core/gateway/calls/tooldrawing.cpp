// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/calls/tooldrawing.h"

#include "core/async/whendone.h"
#include "core/engine/callerrors.h"
#include "core/engine/engine.h"
#include "core/gateway/jobs/jobbook.h"
#include "core/media/codec.h"
#include "core/model/base64.h"
#include "core/model/largebuffer.h"
#include "core/storage/mediastore.h"

#include <QtConcurrentRun>

#include <utility>

namespace lightwell {

namespace {

QByteArray asBase64(const QByteArray &bytes)
{
    QByteArray text;
    reserveBytes(text, bytes.size() * 4 / 3 + 4);
    appendBase64(text, bytes);
    return text;
}

/// Nothing: it is no picture.
std::optional<ToolPreview> encodedPreview(const QByteArray &preview)
{
    const Result<ImageInfo> info = probeImage(preview);
    return info ? std::optional(ToolPreview {asBase64(preview), info->size, info->format}) : std::nullopt;
}

Result<QByteArray> encodedPicture(const Picture &picture)
{
    const Result<QByteArray> bytes = MediaStore::bytesOf(picture);
    if (!bytes) {
        Error error = bytes.error();
        error.kind = ErrorKind::Storage;
        error.billing = Billing::Billed; // what is paid for is never asked for again by itself
        return error;
    }
    return asBase64(*bytes);
}

Error faultOf(const Generation &generation)
{
    Error error = generation.error.value_or(Error());
    if (!generation.endedForFree()) {
        error.billing = Billing::MayBeBilled;
    }
    return error;
}

} // namespace

ToolDrawing::ToolDrawing(const Desk &desk, const picturetool::Wish &wish, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    m_picture.prompt = wish.prompt;
    m_picture.isEdit = wish.isEdit;
}

Result<GenerationCall> ToolDrawing::callOf(const Dialect &dialect, const GatewayRequest &request)
{
    Result<GenerationCall> read = dialect.readCall(request, CallKind::Generation);
    if (!read) {
        return read;
    }
    GenerationCall call = std::move(read).value();
    call.isJob = false; // somebody waits for it: the talk
    call.streams = false;
    return call;
}

void ToolDrawing::read(const GatewayRequest &request, const Origin &origin)
{
    const auto reading = QtConcurrent::run([dialect = m_desk.dialect, request] { return callOf(*dialect, request); });
    whenDone(reading, this, [this, origin](const Result<GenerationCall> &read) {
        if (m_isCancelled) {
            return refuse(callerrors::cancelledBeforeSending());
        }
        if (!read) {
            return refuse(read.error());
        }
        const GenerationCall call = m_desk.named(*read);
        if (const std::optional<Error> fault = m_desk.faultBeforePaying(call)) {
            return refuse(*fault);
        }
        Q_EMIT begun(make(call, origin));
    });
}

void ToolDrawing::refuse(const Error &error)
{
    m_picture.fault = error;
    m_hasEnded = true;
    Q_EMIT finished(m_picture);
}

QString ToolDrawing::make(const GenerationCall &call, const Origin &origin)
{
    m_generation = m_desk.tools.engine.generate(
        call.request, origin, this, [this](const Generation &generation) { ended(generation); },
        [this](const Progress &progress) {
            m_desk.tools.jobs.progressed(m_generation, progress);
            show(progress.preview);
        },
        call.wishes);
    GenerationCall shown = call;
    shown.request = {};
    m_desk.tools.jobs.begun(m_generation, {m_desk.client, m_desk.dialect, shown, call.request.model});
    return m_generation;
}

void ToolDrawing::cancel()
{
    m_isCancelled = true;
    if (!m_generation.isEmpty()) {
        m_desk.tools.engine.cancel(m_generation);
    }
}

void ToolDrawing::show(const QByteArray &preview)
{
    if (!preview.isEmpty()) {
        m_waiting = preview;
        showNext();
    }
}

void ToolDrawing::showNext()
{
    if (m_waiting.isEmpty() || m_isShowing || m_hasEnded) {
        return;
    }
    m_isShowing = true;
    const auto encoding = QtConcurrent::run(encodedPreview, std::exchange(m_waiting, {}));
    whenDone(encoding, this, [this](const std::optional<ToolPreview> &preview) {
        m_isShowing = false;
        if (preview && !m_hasEnded) {
            Q_EMIT previewed(*preview);
        }
        showNext();
    });
}

void ToolDrawing::ended(const Generation &generation)
{
    m_desk.tools.jobs.ended(generation);
    m_picture.generation = generation;
    m_picture.generation.request.images.clear(); // only what the answer needs is kept
    m_picture.generation.request.mask.reset();
    if (m_picture.generation.plan) {
        m_picture.generation.plan->request = m_picture.generation.request;
    }
    if (generation.status != GenerationStatus::Completed || generation.pictures.isEmpty()) {
        return refuse(faultOf(generation));
    }
    const Picture &made = generation.pictures.first();
    if (made.content.isEmpty() && !made.path.isEmpty()) {
        m_picture.link = m_desk.base + m_desk.tools.links.nameFor(made, m_desk.client);
    }
    whenDone(QtConcurrent::run(encodedPicture, made), this, [this](const Result<QByteArray> &text) {
        if (!text) {
            m_picture.generation.status = GenerationStatus::Failed;
            m_picture.generation.error = text.error();
            return refuse(text.error());
        }
        m_hasEnded = true;
        m_picture.base64 = *text;
        Q_EMIT finished(m_picture);
    });
}

} // namespace lightwell
