// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QKeySequence>
#include <QList>
#include <QString>

namespace lightwell {

/// What can be done by keys of its own. What leads about or presses what has the keyboard (arrows, Home, End, Page,
/// Tab, Enter, Space, Escape, digits that choose a picture) is no part of it: that is the same everywhere.
enum class KeyAction {
    ShowCompare,
    ShowGallery,
    ShowCatalog,
    ShowKeys,
    ShowBudgets,
    ShowGateway,
    ShowSettings,
    WritePrompt,
    Search,
    Quit,
    Generate,
    AddModel,
    AddReference,
    PasteReference,
    DrawSeed,
    ToggleForm,
    CancelRest,
    Undo,
    Star,
    SavePicture,
    CopyPicture,
    Explain,
    MakeAgain,
    EditPrompt,
    TakeOff,
    OpenLoupe,
    OpenAb,
    LeaveView,
    ZoomIn,
    ZoomOut,
    ShowWhole,
    ShowActual,
    ShowEachActual,
    Link,
    Align,
    SwapSides,
    ShowDifference,
    Flicker,
    HidePicture,
    TagPicture,
    ShowDetails,
    DeletePicture,
    ChooseAll,
    Brush,
    Eraser,
    Rectangle,
    Lasso,
    Fill,
    Canvas,
    SwapBrush,
    Invert,
    SmallerBrush,
    LargerBrush,
    SharperBrush,
    SofterBrush,
    Redo,
    ShowPixels,
    ShowDouble,
    Export,
};

/// Where the keyboard can be. No two of them at a time.
enum class KeyPlace {
    Form = 1 << 0, ///< Compare, but for what follows; has text fields
    Pictures = 1 << 1, ///< of runs in Compare
    Loupe = 1 << 2,
    Ab = 1 << 3,
    Mask = 1 << 4, ///< the canvas of the mask's page
    MaskControls = 1 << 5, ///< what is around it; has fields
    GalleryPictures = 1 << 6,
    GalleryControls = 1 << 7, ///< has text fields
    ExportPreview = 1 << 8,
    ExportControls = 1 << 9, ///< has text fields
    Elsewhere = 1 << 10, ///< all other pages; have text fields
};
using KeyPlaces = QFlags<KeyPlace>; ///< without free operators, which would hide those of Qt’s own keys

/// Under which heading an action is listed.
enum class KeyGroup { Everywhere, Compare, Pictures, Views, Gallery, Mask, Export };

struct KeyActionInfo
{
    KeyAction action;
    QString id; ///< in the settings
    KeyGroup group;
    KeyPlaces places; ///< where its keys hold
    QString title;
    QList<QKeySequence> usual; ///< its keys until the person chooses others, the first to be named
};

namespace keyactions {

[[nodiscard]] const QList<KeyActionInfo> &all(); ///< by groups, in the order of KeyGroup
[[nodiscard]] const KeyActionInfo &of(KeyAction action);
[[nodiscard]] QString groupName(KeyGroup group);
/// Keys of both can be meant by one press.
[[nodiscard]] bool canMeet(const KeyActionInfo &one, const KeyActionInfo &other);
/// Its keys hold while somebody writes.
[[nodiscard]] bool holdsInText(const KeyActionInfo &info);

} // namespace keyactions

} // namespace lightwell
