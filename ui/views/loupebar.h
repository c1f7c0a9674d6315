// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSlider;

namespace lightwell {

class Button;
class Keymap;
class SegmentedControl;
class TextLabel;

/// Over the pictures of the Loupe: how large they are shown, whether they move together, and how many there are.
class LoupeBar : public QWidget
{
    Q_OBJECT
public:
    explicit LoupeBar(const Keymap &keymap, QWidget *parent = nullptr);
    struct State
    {
        double zoom = 1;
        double least = 1;
        double most = 1;
        bool linked = true;
        bool eachActual = false;
        bool anyShifted = false;
        int panes = 1;
        int pictures = 1; ///< to choose from
    };
    void show(const State &state);

Q_SIGNALS:
    void zoomWanted(double zoom);
    void stepWanted(double factor);
    void wholeWanted();
    void actualWanted();
    void linkWanted(bool linked);
    void alignWanted();
    void countWanted(int panes);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit(); ///< says as much as there is room for
    State m_state;
    Button *m_smaller;
    QSlider *m_slider;
    Button *m_larger;
    TextLabel *m_zoom;
    Button *m_whole;
    Button *m_actual;
    QWidget *m_line;
    Button *m_link;
    Button *m_align;
    TextLabel *m_countName;
    SegmentedControl *m_count;
};

} // namespace lightwell
