// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"
#include "ui/compare/cellmarks.h"
#include "ui/widgets/sign.h"

#include <QObject>
#include <QTemporaryDir>

#include <functional>
#include <memory>

class QImage;
class QMimeData;
class QWidget;

namespace lightwell {

class Dialogs;
class Keymap;

/// What can be done with a finished picture. Tells how it went through `say`.
class CellActions : public QObject
{
    Q_OBJECT
public:
    /// `book` null: no picture can be starred or hidden.
    CellActions(Dialogs &dialogs, MarkBook *book, const Keymap &keymap, QObject *parent = nullptr);
    [[nodiscard]] CellMarks &marks() { return m_marks; }
    [[nodiscard]] const Keymap &keymap() const { return m_keymap; } ///< by which keys it is done
    void saveAs(QWidget *from, const Generation &generation, const Picture &picture);
    /// What a drag and the clipboard carry: a file for file managers, the pixels for editors.
    [[nodiscard]] static std::unique_ptr<QMimeData> mimeData(const QString &path, const QImage &image);
    // Other programs get a copy under a good name, never the store's own file.
    void copy(const Generation &generation, const Picture &picture);
    void open(const Generation &generation, const Picture &picture);
    /// Starts a drag with the file and the pixels, if the button is still held when the copy is there.
    void drag(QWidget *from, const Generation &generation, const Picture &picture);
    struct Made
    {
        Generation generation; ///< names the file
        Picture picture;
    };
    static constexpr qsizetype maxDragged = 200; ///< each is copied while the button is held
    /// The same with all of them at once, a file each; several have no pixels.
    void drag(QWidget *from, const QList<Made> &pictures);
    void showInFolder(const Picture &picture);

Q_SIGNALS:
    void saved(const QString &picture, const QString &file); ///< by its id, to a file the person chose
    void say(lightwell::Meaning meaning, const QString &text);

private:
    using WithCopy = std::function<void(const QImage &image, const QString &path)>;
    /// Calls `then` with all pixels of the picture and a copy of its file.
    void fetch(const Generation &generation, const Picture &picture, const QString &unreadable, WithCopy then);
    void write(const Picture &picture, const QString &path, int quality);
    void dragFiles(QWidget *from, const QList<Made> &pictures, const QImage &first);
    [[nodiscard]] bool hasFile(const Picture &picture); ///< says so if not
    /// Calls `then` with a copy's path, or says why there is none.
    void handOut(const Generation &generation, const Picture &picture, std::function<void(const QString &)> then);
    Dialogs &m_dialogs;
    const Keymap &m_keymap;
    CellMarks m_marks;
    QTemporaryDir m_copies; ///< of this run; it goes with it
    std::optional<int> m_quality; ///< as it was last chosen for saving
};

} // namespace lightwell
