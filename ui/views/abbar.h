// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/abcanvas.h"

namespace lightwell {

class Button;
class Keymap;
class SegmentedControl;
class TextLabel;

/// Over the two pictures of A/B: how they are compared, and how large they are shown.
class AbBar : public QWidget
{
    Q_OBJECT
public:
    static constexpr int gains[] = {1, 4, 16};
    explicit AbBar(const Keymap &keymap, QWidget *parent = nullptr);
    struct State
    {
        AbCanvas::Mode mode = AbCanvas::Mode::Slider;
        QString zoom; ///< "1.0 × fit"
        QString
            told; ///< what there is to say of this way: where the line is, which one is seen, how far apart they are
        int gain = 4;
        bool automatic = false;
        bool canSwap = true;
    };
    void show(const State &state);

Q_SIGNALS:
    void modeWanted(lightwell::AbCanvas::Mode mode);
    void swapWanted();
    void wholeWanted();
    void actualWanted();
    void middleWanted();
    void automaticWanted(bool on);
    void gainWanted(int gain);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit(); ///< says as much as there is room for
    SegmentedControl *m_modes;
    Button *m_swap;
    QWidget *m_line;
    Button *m_whole;
    Button *m_actual;
    TextLabel *m_zoom;
    TextLabel *m_told;
    Button *m_middle;
    Button *m_automatic;
    SegmentedControl *m_gain;
};

} // namespace lightwell
