// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/shownpicture.h"

#include <optional>

namespace lightwell {

/// How far two pictures are apart, as a picture, which the thread pool makes.
class ShownDifference : public ShownPicture
{
    Q_OBJECT
public:
    using ShownPicture::ShownPicture;
    void setGain(int gain) { m_gain = gain; } ///< of what is compared from here on
    void compare(const ShownPicture &a, const ShownPicture &b); ///< nothing, as long as one of them is not there
    void forget();
    [[nodiscard]] std::optional<double> mean() const { return m_mean; } ///< per cent; nothing: not known yet

Q_SIGNALS:
    void compared();

private:
    int m_gain = 4;
    std::optional<double> m_mean;
    int m_comparing = 0; ///< how often it was begun or given up
};

} // namespace lightwell
