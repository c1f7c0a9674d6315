// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/bodyreader.h"

#include <QIODevice>

#include <algorithm>
#include <utility>

namespace lightwell {

namespace {

/// As much as a body at the limit takes in chunks of a sensible size.
qint64 maxChunkBytes(qint64 most)
{
    return most + most / 8 + qint64(64) * 1024;
}

} // namespace

void BodyReader::begin(const HttpHead &head, qint64 most)
{
    m_most = most;
    m_isChunked = head.isChunked();
    m_length = head.bodyLength();
    m_chunks = ChunkedBody(most);
    m_body.clear();
    m_body.reserve(qsizetype(m_length)); // the system gives memory when it is written to
    m_received = 0;
    m_refusal = 0;
    m_since.start();
}

BodyReader::State BodyReader::read(QIODevice &device)
{
    return m_isChunked ? readChunks(device) : readLength(device);
}

BodyReader::State BodyReader::readLength(QIODevice &device)
{
    const qsizetype before = m_body.size();
    const qint64 fresh = std::min(device.bytesAvailable(), m_length - before);
    m_body.resize(before + qsizetype(fresh));
    const qint64 got = std::max<qint64>(0, device.read(m_body.data() + before, fresh));
    m_body.resize(before + qsizetype(got));
    m_received += got;
    return m_body.size() == m_length ? State::Done : State::Partial;
}

BodyReader::State BodyReader::readChunks(QIODevice &device)
{
    const qint64 before = m_chunks.consumed();
    const ChunkedBody::State state = m_chunks.read(device.peek(device.bytesAvailable()), &m_body);
    device.skip(m_chunks.consumed() - before);
    m_received = m_chunks.consumed();
    if (state == ChunkedBody::State::Refused) {
        m_refusal = m_chunks.refusalStatus();
        return State::Refused;
    }
    if (m_received > maxChunkBytes(m_most)) {
        m_refusal = 413;
        return State::Refused;
    }
    return state == ChunkedBody::State::Done ? State::Done : State::Partial;
}

std::chrono::milliseconds BodyReader::patience(const HttpTimes &times) const
{
    const std::chrono::milliseconds elapsed(m_since.elapsed());
    return std::min(std::max(std::chrono::milliseconds(0), times.body - elapsed),
                    times.left(times.begin, m_received, elapsed));
}

QByteArray BodyReader::take()
{
    return std::exchange(m_body, {});
}

} // namespace lightwell
