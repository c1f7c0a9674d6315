// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

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

    enum class Outcome { Fine, TooMuch, Damaged };
    /// Appends to `to` until that has `most` bytes; TooMuch: there would be more.
    [[nodiscard]] Outcome unpack(QByteArrayView packed, QByteArray &to, qint64 most);
    /// Everything came, with its check sum. What is empty is whole, too.
    [[nodiscard]] bool isWhole() const;

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
};

} // namespace lightwell
