// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>
#include <memory>

namespace lightwell {

/// Unpacks gzip and deflate as the bytes come, and never more of it than is wanted.
class Unpacker
{
public:
    Unpacker();
    ~Unpacker();
    Unpacker(const Unpacker &) = delete;
    Unpacker &operator=(const Unpacker &) = delete;

    enum class Outcome { Fine, Stopped, Damaged };
    /// Gives `sink` what is in it, in pieces of at most 64 KiB, until that yields false: Stopped.
    [[nodiscard]] Outcome unpack(QByteArrayView packed, const std::function<bool(QByteArrayView)> &sink);
    /// Everything came, with its check sum. What is empty is whole, too.
    [[nodiscard]] bool isWhole() const;

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
};

} // namespace lightwell
