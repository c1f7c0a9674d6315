// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

namespace lightwell {

class ExportPreviewer;
class Keymap;
class SegmentedControl;
class Sign;
class SplitView;
class TextLabel;

/// The picture as it is and as it will be, and what that makes of its bytes.
class PreviewCard : public Card
{
    Q_OBJECT
public:
    PreviewCard(ExportPreviewer &previewer, const Keymap &keymap, QWidget *parent = nullptr);
    [[nodiscard]] SplitView *view() const { return m_view; }

private:
    void refresh();
    void showRemark();
    void showSizes();
    ExportPreviewer &m_previewer;
    SplitView *m_view;
    SegmentedControl *m_zoom;
    TextLabel *m_original;
    TextLabel *m_originalBytes;
    Sign *m_sign;
    TextLabel *m_words;
    TextLabel *m_figure;
    TextLabel *m_other;
    TextLabel *m_otherBytes;
};

} // namespace lightwell
