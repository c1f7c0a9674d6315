// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>
#include <memory>

namespace lightwell {

/// Unpacks gzip, also of several members (RFC 1952, 2.2), and deflate as the bytes come, and never more of it than is
/// wanted.
class Unpacker
{
public:
    /// Whether deflate may also come without zlib's wrapping, as some write it against the standard. Then hardly any
    /// bytes are damaged: an answer that is only called packed must not be taken for such.
    enum class BareDeflate { Refused, Taken };
    explicit Unpacker(BareDeflate bare = BareDeflate::Refused);
    ~Unpacker();
    Unpacker(const Unpacker &) = delete;
    Unpacker &operator=(const Unpacker &) = delete;

    enum class Outcome { Fine, Stopped, Damaged };
    /// Gives `sink` what is in it, in pieces of at most 64 KiB, until that yields false: Stopped.
    [[nodiscard]] Outcome unpack(QByteArrayView packed, const std::function<bool(QByteArrayView)> &sink);
    /// Everything came, with its check sum. What is empty is whole, too.
    [[nodiscard]] bool isWhole() const;
    /// Something else came behind the end: of an answer it is filling, of a request a reason for doubt.
    [[nodiscard]] bool hasMore() const;

private:
    struct Stream;
    [[nodiscard]] bool begin(QByteArrayView head);
    std::unique_ptr<Stream> m_stream;
};

} // namespace lightwell
