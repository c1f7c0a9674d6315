// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/interimreader.h"

#include "core/async/whendone.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace lightwell {

namespace {

constexpr qsizetype maxWaiting = 64LL * 1024 * 1024; // bytes; the largest event alone may have as many

/// A vendor's figure between 0 and 1; nothing where it is no figure.
std::optional<double> fractionOf(std::optional<double> told)
{
    return told && *told >= 0 ? std::optional<double>(std::min(*told, 1.0)) : std::nullopt;
}

} // namespace

InterimReader::InterimReader(QString provider, int maxPreviews, QObject *parent)
    : QObject(parent)
    , m_provider(std::move(provider))
    , m_maxPreviews(maxPreviews)
{
}

void InterimReader::setRead(const Read &read)
{
    m_read = read;
}

void InterimReader::take(const StreamEvent &event)
{
    m_waitingBytes += event.data.size();
    m_waiting.append({event, m_read});
    while (m_waitingBytes > maxWaiting && m_waiting.size() > 1) {
        (void)takeNext();
    }
    readNext();
}

InterimReader::Waiting InterimReader::takeNext()
{
    m_waitingBytes -= m_waiting.first().event.data.size();
    return m_waiting.takeFirst();
}

void InterimReader::readNext()
{
    if (m_isReading || m_waiting.isEmpty()) {
        return;
    }
    m_isReading = true;
    const auto reading = QtConcurrent::run([next = takeNext()] { return next.read(next.event); });
    whenDone(reading, this, [this](const QList<Interim> &found) {
        m_isReading = false;
        for (const Interim &interim : found) {
            show(interim);
        }
        readNext();
    });
}

void InterimReader::show(const Interim &interim)
{
    Progress progress {Progress::Stage::Waiting, {}, {}, m_provider, 1, {}, {}};
    if (std::holds_alternative<PollNow>(interim)) {
        Q_EMIT pollWanted();
        return;
    }
    if (const Preview *preview = std::get_if<Preview>(&interim)) {
        if (++m_previews > m_maxPreviews) {
            return;
        }
        progress.preview = preview->bytes;
        progress.fraction = fractionOf(preview->fraction);
    } else if (const JobProgress *told = std::get_if<JobProgress>(&interim)) {
        progress.fraction = fractionOf(told->fraction);
        progress.queuePosition = told->queuePosition;
    } else {
        progress.text = std::get<TextPiece>(interim).text;
    }
    Q_EMIT progressed(progress);
}

} // namespace lightwell
