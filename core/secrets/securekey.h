// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <sodium.h>

namespace lightwell {

/// A key in memory that is never swapped out and is overwritten when it goes.
class SecureKey
{
public:
    static constexpr std::size_t size = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;

    SecureKey()
        : m_bytes(static_cast<unsigned char *>(sodium_malloc(size)))
    {
    }
    [[nodiscard]] bool isValid() const { return m_bytes != nullptr; } ///< false: the system gave no memory
    [[nodiscard]] unsigned char *data() { return m_bytes.get(); }
    [[nodiscard]] const unsigned char *data() const { return m_bytes.get(); }

private:
    struct Free
    {
        void operator()(unsigned char *bytes) const { sodium_free(bytes); }
    };
    std::unique_ptr<unsigned char, Free> m_bytes;
};

} // namespace lightwell
