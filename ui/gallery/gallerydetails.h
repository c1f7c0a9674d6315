// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/librarydetails.h"
#include "ui/compare/recall.h"
#include "ui/gallery/tileimages.h"

#include <QWidget>

#include <functional>

class QGridLayout;
class QScrollArea;

namespace lightwell {

class Button;
class ClampedLabel;
class LineageList;
class TagRow;
class TextLabel;
class ThumbView;
struct PictureCollection;

/// The picture that has the keyboard, with all that is known of it.
class GalleryDetails : public QWidget
{
    Q_OBJECT
public:
    using NameOf = std::function<QString(const QString &id)>;
    GalleryDetails(PictureCollection &pictures, NameOf modelName, NameOf providerName, QWidget *parent = nullptr);

    void showPicture(qint64 key); ///< 0: none
    void refresh(); ///< the same once more, as it is now
    void setPlace(const QString &text); ///< "1 of 3 selected"
    void setKnownTags(const QStringList &tags);
    [[nodiscard]] const QStringList &knownTags() const { return m_knownTags; }
    [[nodiscard]] const std::optional<LibraryDetails> &details() const { return m_details; }
    void openTagField();
    [[nodiscard]] QString spoken() const; ///< for a screen reader: what it is

Q_SIGNALS:
    void shown(); ///< details() are there, or gone
    void stepWanted(int by); ///< to another picture: -1, 1
    void menuWanted(QWidget *below);
    void pictureWanted(qint64 key);
    void recallWanted(lightwell::Recall what);
    void explainWanted();
    void enlargeWanted();
    void tagAdded(const QString &tag);
    void tagRemoved(const QString &tag);

private:
    QWidget *buildHead();
    QWidget *buildBody();
    QWidget *buildFoot();
    void fill();
    void addFact(const QString &id, const QString &name);
    void setFact(const QString &id, const QString &text, const QString &tip = {});
    void wantImages();
    PictureCollection &m_pictures;
    const NameOf m_modelName;
    const NameOf m_providerName;
    TileImages m_images;
    TileImages m_smallImages; ///< the same picture may be shown in both sizes
    qint64 m_key = 0;
    int m_round = 0;
    std::optional<LibraryDetails> m_details;
    QStringList m_knownTags;
    TextLabel *m_place;
    Button *m_previous;
    Button *m_next;
    Button *m_menu;
    QScrollArea *m_scroll;
    QList<Button *> m_recalls;
    QWidget *m_foot;
    ThumbView *m_picture;
    ClampedLabel *m_prompt;
    QGridLayout *m_facts = nullptr;
    TextLabel *m_editsTitle;
    LineageList *m_lineage;
    TagRow *m_tags;
    TextLabel *m_nothing;
};

} // namespace lightwell
