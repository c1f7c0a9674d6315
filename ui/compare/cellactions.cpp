// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/cellactions.h"

#include "core/async/whendone.h"
#include "core/wording/wording.h"
#include "ui/compare/picturefiles.h"
#include "ui/compare/qualitydialog.h"
#include "ui/dialogs.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QPixmap>
#include <QPointer>
#include <QUrl>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int defaultQuality = 85;
constexpr int dragBound = 160; ///< of the picture under the pointer
constexpr int largestSide = 16384; ///< no picture is made smaller on its way to another program

QPixmap underPointer(const QWidget &from, const QImage &image)
{
    if (image.isNull()) {
        return {};
    }
    const qreal ratio = from.devicePixelRatioF();
    const QSize bound = QSize(dragBound, dragBound) * ratio;
    QPixmap pixmap = QPixmap::fromImage(image.scaled(bound, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

} // namespace

CellActions::CellActions(Dialogs &dialogs, MarkBook *book, const Keymap &keymap, QObject *parent)
    : QObject(parent)
    , m_dialogs(dialogs)
    , m_keymap(keymap)
    , m_marks(book)
    , m_copies(QDir::tempPath() + u"/lightwell-pictures-XXXXXX"_s)
{
    connect(&m_marks, &CellMarks::failed, this,
            [this](const Error &error) { Q_EMIT say(Meaning::Bad, wording::sentence(error)); });
}

void CellActions::saveAs(QWidget *from, const Generation &generation, const Picture &picture)
{
    const int quality = m_quality.value_or(generation.request.compression.value_or(defaultQuality));
    const auto save = [this, window = QPointer<QWidget>(from->window()), picture, quality](const QString &path) {
        const std::optional<ImageFormat> lossy = picturefiles::lossyTarget(picture, path);
        if (path.isEmpty()) {
            return;
        }
        if (!lossy || !window) {
            write(picture, path, quality);
            return;
        }
        auto *dialog = new QualityDialog(*lossy, picture.format, quality, window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog, picture, path] {
            m_quality = dialog->quality();
            write(picture, path, dialog->quality());
        });
        dialog->open();
    };
    m_dialogs.saveFile(from, tr("Save picture as"), picturefiles::suggestedName(generation, picture),
                       picturefiles::saveFilters(picture.format), save);
}

void CellActions::write(const Picture &picture, const QString &path, int quality)
{
    whenDone(picturefiles::save(picture, path, quality), this, [this, path, id = picture.id](const Status &status) {
        if (status) {
            Q_EMIT saved(id, QFileInfo(path).absoluteFilePath());
            Q_EMIT say(Meaning::Ok, tr("Saved as %1").arg(QFileInfo(path).fileName()));
        } else {
            Q_EMIT say(Meaning::Bad, wording::sentence(status.error()));
        }
    });
}

std::unique_ptr<QMimeData> CellActions::mimeData(const QString &path, const QImage &image)
{
    auto data = std::make_unique<QMimeData>();
    data->setImageData(image);
    data->setUrls({QUrl::fromLocalFile(path)});
    return data;
}

void CellActions::handOut(const Generation &generation, const Picture &picture,
                          std::function<void(const QString &)> then)
{
    whenDone(picturefiles::handOut(generation, picture, m_copies.path()), this,
             [this, then = std::move(then)](const Result<QString> &path) {
                 if (path) {
                     then(path.value());
                 } else {
                     Q_EMIT say(Meaning::Bad, wording::sentence(path.error()));
                 }
             });
}

void CellActions::fetch(const Generation &generation, const Picture &picture, const QString &unreadable, WithCopy then)
{
    const QSize whole(largestSide, largestSide);
    whenDone(picturefiles::load(picture, whole), this,
             [this, generation, picture, unreadable, then = std::move(then)](const QImage &image) {
                 if (image.isNull()) {
                     Q_EMIT say(Meaning::Bad, unreadable);
                     return;
                 }
                 handOut(generation, picture, [image, then](const QString &path) { then(image, path); });
             });
}

void CellActions::copy(const Generation &generation, const Picture &picture)
{
    fetch(generation, picture, tr("The picture’s file cannot be read, so it was not copied."),
          [this](const QImage &image, const QString &path) {
              QGuiApplication::clipboard()->setMimeData(mimeData(path, image).release());
              Q_EMIT say(Meaning::Ok, tr("Picture copied"));
          });
}

bool CellActions::hasFile(const Picture &picture)
{
    if (picture.path.isEmpty()) {
        Q_EMIT say(Meaning::Bad, tr("This picture is in no file yet. Use “Save as…” first."));
    }
    return !picture.path.isEmpty();
}

void CellActions::showInFolder(const Picture &picture)
{
    if (hasFile(picture)) {
        m_dialogs.showInFolder(picture.path);
    }
}

void CellActions::open(const Generation &generation, const Picture &picture)
{
    handOut(generation, picture,
            [this](const QString &path) { m_dialogs.openUrl(QUrl::fromLocalFile(path).toString()); });
}

void CellActions::drag(QWidget *from, const Generation &generation, const Picture &picture)
{
    fetch(generation, picture, tr("The picture’s file cannot be read, so it cannot be dragged."),
          [this, from = QPointer(from)](const QImage &image, const QString &path) {
              if (from) {
                  m_dialogs.drag(from, mimeData(path, image), underPointer(*from, image));
              }
          });
}

void CellActions::drag(QWidget *from, const QList<Made> &pictures)
{
    if (pictures.size() == 1) {
        drag(from, pictures.constFirst().generation, pictures.constFirst().picture);
    } else if (pictures.size() > maxDragged) {
        Q_EMIT say(Meaning::Info,
                   tr("Up to %1 pictures can be dragged at once. Export takes any number.").arg(maxDragged));
    } else if (!pictures.isEmpty()) {
        const QSize bound = QSize(dragBound, dragBound) * from->devicePixelRatioF();
        whenDone(picturefiles::load(pictures.constFirst().picture, bound), this,
                 [this, from = QPointer(from), pictures](const QImage &first) {
                     if (from) {
                         dragFiles(from, pictures, first);
                     }
                 });
    }
}

void CellActions::dragFiles(QWidget *from, const QList<Made> &pictures, const QImage &first)
{
    QList<std::pair<Generation, Picture>> all;
    for (const Made &made : pictures) {
        all.append({made.generation, made.picture});
    }
    whenDone(picturefiles::handOutAll(all, m_copies.path()), this,
             [this, from = QPointer(from), first](const Result<QStringList> &paths) {
                 if (!paths) {
                     Q_EMIT say(Meaning::Bad, wording::sentence(paths.error()));
                 } else if (from) {
                     auto data = std::make_unique<QMimeData>();
                     QList<QUrl> files;
                     for (const QString &path : paths.value()) {
                         files.append(QUrl::fromLocalFile(path));
                     }
                     data->setUrls(files);
                     m_dialogs.drag(from, std::move(data), underPointer(*from, first));
                 }
             });
}

} // namespace lightwell
