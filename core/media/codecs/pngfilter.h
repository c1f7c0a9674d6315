// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace lightwell::codecs {

/// The lines of a picture as PNG keeps them: each byte less what its neighbours let expect (PNG specification, third
/// edition, section 9), by the filter that leaves the least. Lines go in from the top.
class PngFilter
{
public:
    /// A filter is looked for at every `linesAChoice`th line and serves those up to the next.
    PngFilter(std::ptrdiff_t pixelBytes, std::ptrdiff_t lineBytes, int linesAChoice);

    /// Where the bytes of the next line go.
    [[nodiscard]] unsigned char *nextLine();
    /// That line, behind the number of its filter. Valid until the next call.
    [[nodiscard]] std::span<const unsigned char> filtered();

private:
    using Bytes = std::vector<unsigned char>;

    void subtract(int filter, Bytes &out) const;
    [[nodiscard]] int bestFilter();

    std::ptrdiff_t m_pixelBytes;
    std::ptrdiff_t m_lineBytes;
    int m_linesAChoice;
    Bytes m_line; // behind a pixel of nothing, as the lines begin with
    Bytes m_above;
    Bytes m_out;
    Bytes m_trial;
    int m_filter = 0;
    int m_linesLeft = 0; // that m_filter serves
    bool m_isFirst = true;
};

} // namespace lightwell::codecs
