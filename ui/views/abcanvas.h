// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/abstage.h"
#include "ui/views/instep.h"
#include "ui/views/showndifference.h"
#include "ui/views/viewedpicture.h"

#include <QWidget>

namespace lightwell {

class WaitingBox;

/// Two pictures in one place: beside a line that can be moved, one instead of the other, or how far they are apart.
class AbCanvas : public QWidget
{
    Q_OBJECT
public:
    enum class Mode { Slider, Flicker, Difference };
    explicit AbCanvas(PyramidStore &store, QWidget *parent = nullptr);
    void setPictures(const ViewedPicture &a, const ViewedPicture &b);
    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    void setSplit(double share); ///< of what is in sight, 0 (all B) to 1 (all A)
    [[nodiscard]] double split() const { return m_split; }
    void setSwapped(bool swapped); ///< in flicker: B is the one that stays in sight
    [[nodiscard]] bool isSwapped() const { return m_swapped; }
    void setHeld(bool held); ///< in flicker: the other one, as long as this lasts
    [[nodiscard]] bool isBShown() const { return m_swapped != m_held; } ///< in flicker
    void setGain(int gain); ///< of the difference
    void setPanning(bool panning); ///< a drag moves the pictures, wherever it begins
    /// Per cent; nothing: not known yet.
    [[nodiscard]] std::optional<double> meanDifference() const { return m_apart.mean(); }
    [[nodiscard]] const AbStage &stage() const { return m_stage; }
    /// B has other pixels than the part of A it is compared to.
    [[nodiscard]] bool isBScaled() const;
    [[nodiscard]] InStep &view() { return m_view; } ///< of the stage, pane 0; call refresh() when it was changed
    void refresh();
    [[nodiscard]] QRectF seen() const; ///< what of the stage is in sight
    [[nodiscard]] double splitX() const;
    [[nodiscard]] const ShownPicture &shownA() const { return m_a; }
    [[nodiscard]] const ShownPicture &shownB() const { return m_b; }
    [[nodiscard]] const ShownPicture &shownDifference() const { return m_apart; }

Q_SIGNALS:
    void changed(); ///< anything that is told in words

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Grip { Nothing, Split, Picture, Map, Click };
    [[nodiscard]] ViewPlace place() const { return m_view.places().value(0); }
    [[nodiscard]] QRectF target() const { return place().target(m_view.view(0)); } ///< of the stage
    [[nodiscard]] QRectF placeOf(const QRectF &onStage) const;
    [[nodiscard]] bool isLarger() const;
    [[nodiscard]] bool isAtLine(QPointF position) const;
    void measure();
    void compare();
    void zoomBy(double factor, QPointF position);
    void lookAtMap(QPointF position);
    void updateCursor(QPointF position);
    void paintPicture(QPainter &painter, ShownPicture &picture, const QRectF &onStage, const QRectF &clip);
    void paintLine(QPainter &painter) const;
    void paintBadges(QPainter &painter) const;
    void paintWords(QPainter &painter) const;
    ViewedPicture m_first;
    ViewedPicture m_second;
    ShownPicture m_a;
    ShownPicture m_b;
    ShownDifference m_apart;
    WaitingBox *m_waiting;
    AbStage m_stage;
    InStep m_view;
    Mode m_mode = Mode::Slider;
    double m_split = 0.5;
    bool m_swapped = false;
    bool m_held = false;
    bool m_panning = false;
    Grip m_grip = Grip::Nothing;
    QPointF m_gripped;
};

} // namespace lightwell
