// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"

#include <functional>

namespace lightwell {

/// Reads one HTTP/1.1 answer as its bytes come, after RFC 9112. Interim answers (100, 102, 103 …) are passed over. It
/// always tells a whole answer from one that broke off. Pure.
class AnswerReader
{
public:
    enum class State {
        Head, ///< nothing but interim answers yet
        Body,
        Whole,
        Broken, ///< what came is no HTTP, or ended too early
    };
    static constexpr qsizetype maxHeadBytes = 256LL * 1024; ///< of heads, interim ones too, and of trailers

    using Sink = std::function<void(QByteArrayView piece)>;
    /// Gives what of the body is in them to `body`, uncopied, after the head is known. What comes after the answer's
    /// end is ignored.
    void feed(QByteArrayView bytes, const Sink &body);
    void closed(); ///< nothing more will come
    [[nodiscard]] State state() const;
    [[nodiscard]] bool hasHead() const { return m_hasHead; } ///< whole, and of an answer that can be read
    [[nodiscard]] const HttpResponse &head() const { return m_head; } ///< where it has one; its body is empty
    [[nodiscard]] std::optional<qint64> length() const { return m_length; } ///< of the body, where it is announced

private:
    enum class Part { Head, Counted, ChunkSize, Chunk, ChunkEnd, Trailers, UntilClosed, Whole, Broken };

    [[nodiscard]] std::optional<QByteArray> nextLine(QByteArrayView &bytes);
    void readHeadLine(const QByteArray &line);
    void readStatus(const QByteArray &line);
    void headEnds();
    void readChunkSize(const QByteArray &line);
    void takeCounted(QByteArrayView &bytes, const Sink &body);

    Part m_part = Part::Head;
    HttpResponse m_head;
    QByteArray m_line; ///< one that has not ended yet
    std::optional<qint64> m_length;
    qint64 m_left = 0; ///< of the body or chunk
    qsizetype m_headBytes = 0;
    bool m_hasHead = false;
};

} // namespace lightwell
