// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/galleryenlarged.h"

#include "core/library/libraryentry.h"
#include "ui/compare/pictureview.h"
#include "ui/shortcuts/keymap.h"
#include "ui/widgets/button.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QKeyEvent>
#include <QLocale>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

GalleryEnlarged::GalleryEnlarged(const Keymap &keymap, QWidget *parent)
    : QWidget(parent)
    , m_keymap(keymap)
    , m_back(named(new Button(Button::Kind::Normal, tr("&Back")), u"galleryBack"_s, tr("Back to all pictures")))
    , m_name(new TextLabel(TextLabel::Voice::Strong))
    , m_count(new TextLabel(TextLabel::Voice::Muted))
    , m_previous(named(new Button(Button::Kind::Quiet), u"galleryEnlargedPrevious"_s, tr("Previous picture")))
    , m_next(named(new Button(Button::Kind::Quiet), u"galleryEnlargedNext"_s, tr("Next picture")))
    , m_picture(named(new PictureView, u"galleryEnlargedPicture"_s, tr("Picture")))
{
    setObjectName(u"galleryEnlarged"_s);
    m_back->setIcon(themedIcon(Icon::ChevronLeft));
    setTip(m_back, tr("Back to all pictures (Escape)"));
    m_name->setElided(true);
    m_previous->setIcon(themedIcon(Icon::ChevronLeft));
    m_next->setIcon(themedIcon(Icon::ChevronRight));
    setTip(m_previous, m_previous->accessibleName());
    setTip(m_next, m_next->accessibleName());
    m_picture->setRounded(false);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_back);
    row->addWidget(m_name, 1);
    row->addWidget(m_count);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(new Hairline(Qt::Horizontal));
    layout->addWidget(m_picture, 1);
    layout->addSpacing(8);
    connect(m_back, &QAbstractButton::clicked, this, &GalleryEnlarged::closed);
    connect(m_picture, &PictureView::activated, this, &GalleryEnlarged::closed);
    connect(m_picture, &PictureView::menuWanted, this, &GalleryEnlarged::menuWanted);
    connect(m_previous, &QAbstractButton::clicked, this, [this] { Q_EMIT stepWanted(-1); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { Q_EMIT stepWanted(1); });
}

void GalleryEnlarged::showEntry(const LibraryEntry &entry)
{
    m_name->setText(entry.prompt);
    setTip(m_name, entry.prompt);
    m_picture->setPicture(entry.picture);
    m_picture->setAccessibleDescription(entry.prompt);
}

void GalleryEnlarged::setPlace(int place, int count)
{
    m_count->setText(tr("%1 of %2").arg(QLocale().toString(place + 1), QLocale().toString(count)));
    m_previous->setEnabled(place > 0);
    m_next->setEnabled(place + 1 < count);
}

void GalleryEnlarged::keyPressEvent(QKeyEvent *event)
{
    const int onward = isRightToLeft() ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Escape:
        Q_EMIT closed();
        return;
    case Qt::Key_Right:
        Q_EMIT stepWanted(onward);
        return;
    case Qt::Key_Left:
        Q_EMIT stepWanted(-onward);
        return;
    default:
        break;
    }
    if (const auto action = m_keymap.find(event, KeyPlace::GalleryPictures); action && !event->isAutoRepeat()) {
        Q_EMIT keyWanted(*action);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace lightwell
