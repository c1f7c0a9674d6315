// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/abcaption.h"
#include "ui/views/viewedpicture.h"

#include <QTimer>
#include <QWidget>

namespace lightwell {

class AbBar;
class AbCanvas;
class CellMarks;
class HintLine;
class Keymap;
class PyramidStore;
enum class KeyAction;

/// Two pictures laid over each other: beside a line, in turn, or as their difference. All by keyboard.
class AbView : public QWidget
{
    Q_OBJECT
public:
    AbView(PyramidStore &store, CellMarks &marks, const Keymap &keymap, QWidget *parent = nullptr);
    /// All there are to choose from. Those that are shown stay.
    void setPictures(const QList<ViewedPicture> &pictures);
    void open(const QString &a, const QString &b);
    [[nodiscard]] QString a() const { return m_a; }
    [[nodiscard]] QString b() const { return m_b; }
    [[nodiscard]] AbCanvas *canvas() const { return m_canvas; }
    void takeKeyboard();
    void rest(); ///< nobody looks: nothing changes by itself

Q_SIGNALS:
    void left();
    void loupeWanted();
    void saveWanted(const lightwell::ViewedPicture &picture);
    void menuWanted(const lightwell::ViewedPicture &picture, const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectBar();
    void setMode(int mode);
    void swap();
    void moveSplit(double by);
    void flick(bool automatic);
    void openMenu(AbCaption::Side side, QWidget *anchor);
    void put(AbCaption::Side side, const QString &id);
    bool act(KeyAction action); ///< false: it means nothing here
    [[nodiscard]] bool pressDigit(int key);
    [[nodiscard]] bool pressArrow(int key, Qt::KeyboardModifiers with);
    [[nodiscard]] ViewedPicture find(const QString &id) const;
    [[nodiscard]] ViewedPicture of(AbCaption::Side side) const;
    void showPictures();
    void showHints();
    void tell();
    [[nodiscard]] QString told() const;
    const Keymap &m_keymap;
    AbBar *m_bar;
    AbCanvas *m_canvas;
    AbCaption *m_caption;
    HintLine *m_hints;
    QList<ViewedPicture> m_pictures;
    QString m_a;
    QString m_b;
    int m_gain = 4;
    QTimer m_flicker;
    int m_heldKey = 0; ///< shows the other picture until it is let go of; 0: none
};

} // namespace lightwell
