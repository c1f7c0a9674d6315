// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lightwell {

class Button;
class Keymap;
class PictureView;
class TextLabel;
enum class KeyAction;
struct LibraryEntry;

/// One picture of the gallery that fills the place of all. Arrows step, Escape leads back.
class GalleryEnlarged : public QWidget
{
    Q_OBJECT
public:
    explicit GalleryEnlarged(const Keymap &keymap, QWidget *parent = nullptr);
    void showEntry(const LibraryEntry &entry);
    void setPlace(int place, int count); ///< from 0
    [[nodiscard]] PictureView *picture() const { return m_picture; }

Q_SIGNALS:
    void stepWanted(int by);
    void closed();
    void menuWanted(const QPoint &globalPosition);
    void keyWanted(lightwell::KeyAction action); ///< for the picture

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    const Keymap &m_keymap;
    Button *m_back;
    TextLabel *m_name;
    TextLabel *m_count;
    Button *m_previous;
    Button *m_next;
    PictureView *m_picture;
};

} // namespace lightwell
