// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

namespace lightwell {

/// Where pictures can be let go of, or chosen.
class DropStrip : public Card
{
    Q_OBJECT
public:
    explicit DropStrip(QWidget *parent = nullptr);
    void setLit(bool lit); ///< pictures are held over the page
    [[nodiscard]] bool isLit() const { return m_lit; }

Q_SIGNALS:
    void openWanted();

private:
    bool m_lit = false;
};

} // namespace lightwell
