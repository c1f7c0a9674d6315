// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts/keyaction.h"

#include <QCoreApplication>

#include <algorithm>

namespace lightwell::keyactions {

using namespace Qt::StringLiterals;

namespace {

struct Title
{
    Q_DECLARE_TR_FUNCTIONS(KeyActions)
};

constexpr KeyPlaces views = KeyPlaces(KeyPlace::Loupe) | KeyPlace::Ab;
constexpr KeyPlaces pictures = KeyPlace::Pictures;
constexpr KeyPlaces gallery = KeyPlace::GalleryPictures;
constexpr KeyPlaces mask = KeyPlace::Mask;
constexpr KeyPlaces maskPage = mask | KeyPlace::MaskControls;
constexpr KeyPlaces compare = pictures | views | maskPage | KeyPlace::Form;
constexpr KeyPlaces galleryPage = gallery | KeyPlace::GalleryControls;
constexpr KeyPlaces preview = KeyPlace::ExportPreview;
constexpr KeyPlaces exportPage = preview | KeyPlace::ExportControls;
constexpr KeyPlaces everywhere = compare | galleryPage | exportPage | KeyPlace::Elsewhere;

template<typename... Keys>
QList<QKeySequence> keys(Keys... all)
{
    return {QKeySequence(QKeyCombination(all))...};
}

/// `other`, where the desktop has none.
QList<QKeySequence> desktop(QKeySequence::StandardKey key, QKeyCombination other)
{
    const QList<QKeySequence> its = QKeySequence::keyBindings(key);
    return its.isEmpty() ? keys(other) : its;
}

QList<KeyActionInfo> ofWindow()
{
    constexpr auto group = KeyGroup::Everywhere;
    return {
        {KeyAction::ShowCompare, u"show_compare"_s, group, everywhere, Title::tr("Show Compare"),
         keys(Qt::CTRL | Qt::Key_1)},
        {KeyAction::ShowGallery, u"show_gallery"_s, group, everywhere, Title::tr("Show the gallery"),
         keys(Qt::CTRL | Qt::Key_2)},
        {KeyAction::ShowCatalog, u"show_catalog"_s, group, everywhere, Title::tr("Show the catalog"),
         keys(Qt::CTRL | Qt::Key_3)},
        {KeyAction::ShowKeys, u"show_keys"_s, group, everywhere, Title::tr("Show the providers’ keys"),
         keys(Qt::CTRL | Qt::Key_4)},
        {KeyAction::ShowBudgets, u"show_budgets"_s, group, everywhere, Title::tr("Show the budgets"),
         keys(Qt::CTRL | Qt::Key_5)},
        {KeyAction::ShowGateway, u"show_gateway"_s, group, everywhere, Title::tr("Show the gateway"),
         keys(Qt::CTRL | Qt::Key_6)},
        {KeyAction::ShowSettings, u"show_settings"_s, group, everywhere, Title::tr("Show the settings"),
         keys(Qt::CTRL | Qt::Key_7)},
        {KeyAction::WritePrompt, u"write_prompt"_s, group, everywhere, Title::tr("Write the prompt"),
         keys(Qt::CTRL | Qt::Key_L)},
        {KeyAction::Search, u"search"_s, group, galleryPage | KeyPlace::Elsewhere,
         Title::tr("Search in gallery and catalog"), desktop(QKeySequence::Find, Qt::CTRL | Qt::Key_F)},
        {KeyAction::Quit, u"quit"_s, group, everywhere, Title::tr("Quit"),
         desktop(QKeySequence::Quit, Qt::CTRL | Qt::Key_Q)},
    };
}

QList<KeyActionInfo> ofCompare()
{
    constexpr auto group = KeyGroup::Compare;
    return {
        {KeyAction::Generate, u"generate"_s, group, compare, Title::tr("Generate"), keys(Qt::CTRL | Qt::Key_Return)},
        {KeyAction::AddModel, u"add_model"_s, group, compare, Title::tr("Add a model"), keys(Qt::CTRL | Qt::Key_M)},
        {KeyAction::AddReference, u"add_reference"_s, group, compare, Title::tr("Add reference pictures"),
         keys(Qt::CTRL | Qt::Key_R)},
        {KeyAction::PasteReference, u"paste_reference"_s, group, compare, Title::tr("Paste pictures as references"),
         desktop(QKeySequence::Paste, Qt::CTRL | Qt::Key_V)},
        {KeyAction::DrawSeed, u"draw_seed"_s, group, compare, Title::tr("Draw a seed"), keys(Qt::CTRL | Qt::Key_D)},
        {KeyAction::ToggleForm, u"toggle_form"_s, group, compare, Title::tr("Show or hide the form"),
         keys(Qt::CTRL | Qt::Key_B)},
        {KeyAction::CancelRest, u"cancel_rest"_s, group, compare, Title::tr("Stop all that waits or runs"),
         keys(Qt::CTRL | Qt::SHIFT | Qt::Key_Period, Qt::SHIFT | Qt::Key_Escape)},
        {KeyAction::Undo, u"undo"_s, group, compare, Title::tr("Undo"),
         desktop(QKeySequence::Undo, Qt::CTRL | Qt::Key_Z)},
    };
}

QList<KeyActionInfo> ofPictures()
{
    constexpr auto group = KeyGroup::Pictures;
    return {
        {KeyAction::Star, u"star"_s, group, pictures | KeyPlace::Loupe | gallery,
         Title::tr("Star, or take the star away"), keys(Qt::Key_S)},
        {KeyAction::SavePicture, u"save_picture"_s, group, pictures | KeyPlace::Loupe, Title::tr("Save as…"),
         desktop(QKeySequence::Save, Qt::CTRL | Qt::Key_S)},
        {KeyAction::CopyPicture, u"copy_picture"_s, group, pictures | KeyPlace::Loupe, Title::tr("Copy the picture"),
         desktop(QKeySequence::Copy, Qt::CTRL | Qt::Key_C)},
        {KeyAction::Explain, u"explain"_s, group, pictures | KeyPlace::Loupe | gallery, Title::tr("Explain"),
         keys(Qt::CTRL | Qt::Key_I)},
        {KeyAction::MakeAgain, u"make_again"_s, group, pictures, Title::tr("Make again"), keys(Qt::Key_R)},
        {KeyAction::EditPrompt, u"edit_prompt"_s, group, pictures, Title::tr("Edit its prompt"), keys(Qt::Key_E)},
        {KeyAction::TakeOff, u"take_off"_s, group, pictures, Title::tr("Take off the page, or cancel"),
         keys(Qt::Key_Delete)},
        {KeyAction::OpenLoupe, u"open_loupe"_s, group, pictures | KeyPlace::Ab | gallery, Title::tr("Open the Loupe"),
         keys(Qt::Key_L)},
        {KeyAction::OpenAb, u"open_ab"_s, group, pictures, Title::tr("Open A/B"), keys(Qt::Key_A)},
    };
}

QList<KeyActionInfo> ofViews()
{
    constexpr auto group = KeyGroup::Views;
    return {
        {KeyAction::LeaveView, u"leave_view"_s, group, views, Title::tr("Back to all pictures"), keys(Qt::Key_G)},
        {KeyAction::ZoomIn, u"zoom_in"_s, group, views | mask | gallery, Title::tr("Larger"),
         keys(Qt::Key_Plus, Qt::Key_Equal)},
        {KeyAction::ZoomOut, u"zoom_out"_s, group, views | mask | gallery, Title::tr("Smaller"),
         keys(Qt::Key_Minus, Qt::Key_Underscore)},
        {KeyAction::ShowWhole, u"show_whole"_s, group, views | mask | preview, Title::tr("Show whole pictures"),
         keys(Qt::Key_0)},
        {KeyAction::ShowActual, u"show_actual"_s, group, views, Title::tr("Show at 100 %"), keys(Qt::Key_Z)},
        {KeyAction::ShowEachActual, u"show_each_actual"_s, group, KeyPlace::Loupe,
         Title::tr("Show each at its own 100 %"), keys(Qt::SHIFT | Qt::Key_Z)},
        {KeyAction::Link, u"link"_s, group, KeyPlace::Loupe, Title::tr("Zoom and move in step, or not"),
         keys(Qt::Key_L)},
        {KeyAction::Align, u"align"_s, group, KeyPlace::Loupe, Title::tr("Align shifted pictures"), keys(Qt::Key_A)},
        {KeyAction::SwapSides, u"swap_sides"_s, group, KeyPlace::Ab, Title::tr("Swap A and B"), keys(Qt::Key_X)},
        {KeyAction::ShowDifference, u"show_difference"_s, group, KeyPlace::Ab, Title::tr("Difference of A and B"),
         keys(Qt::Key_D)},
        {KeyAction::Flicker, u"flicker"_s, group, KeyPlace::Ab, Title::tr("Flicker between A and B (hold)"),
         keys(Qt::Key_F)},
    };
}

QList<KeyActionInfo> ofGallery()
{
    constexpr auto group = KeyGroup::Gallery;
    return {
        {KeyAction::HidePicture, u"hide_picture"_s, group, gallery, Title::tr("Hide, or show again"), keys(Qt::Key_H)},
        {KeyAction::TagPicture, u"tag_picture"_s, group, gallery, Title::tr("Tag"), keys(Qt::Key_T)},
        {KeyAction::ShowDetails, u"show_details"_s, group, gallery, Title::tr("Details, where the window is narrow"),
         keys(Qt::Key_I)},
        {KeyAction::DeletePicture, u"delete_picture"_s, group, gallery, Title::tr("Delete"), keys(Qt::Key_Delete)},
        {KeyAction::ChooseAll, u"choose_all"_s, group, gallery, Title::tr("Choose all pictures"),
         desktop(QKeySequence::SelectAll, Qt::CTRL | Qt::Key_A)},
    };
}

QList<KeyActionInfo> ofMask()
{
    constexpr auto group = KeyGroup::Mask;
    return {
        {KeyAction::Brush, u"mask_brush"_s, group, mask, Title::tr("Brush"), keys(Qt::Key_B)},
        {KeyAction::Eraser, u"mask_eraser"_s, group, mask, Title::tr("Eraser"), keys(Qt::Key_E)},
        {KeyAction::Rectangle, u"mask_rectangle"_s, group, mask, Title::tr("Rectangle"), keys(Qt::Key_R)},
        {KeyAction::Lasso, u"mask_lasso"_s, group, mask, Title::tr("Lasso"), keys(Qt::Key_L)},
        {KeyAction::Fill, u"mask_fill"_s, group, mask, Title::tr("Fill"), keys(Qt::Key_G)},
        {KeyAction::Canvas, u"mask_canvas"_s, group, mask, Title::tr("Canvas"), keys(Qt::Key_C)},
        {KeyAction::SwapBrush, u"mask_swap_brush"_s, group, mask, Title::tr("Brush or eraser, in turn"),
         keys(Qt::Key_X)},
        {KeyAction::Invert, u"mask_invert"_s, group, mask, Title::tr("Invert the mask"), keys(Qt::Key_I)},
        {KeyAction::SmallerBrush, u"mask_smaller_brush"_s, group, mask, Title::tr("Smaller brush"),
         keys(Qt::Key_BracketLeft)},
        {KeyAction::LargerBrush, u"mask_larger_brush"_s, group, mask, Title::tr("Larger brush"),
         keys(Qt::Key_BracketRight)},
        {KeyAction::SharperBrush, u"mask_sharper_brush"_s, group, mask, Title::tr("Sharper edge"),
         keys(Qt::Key_BraceLeft)},
        {KeyAction::SofterBrush, u"mask_softer_brush"_s, group, mask, Title::tr("Softer edge"),
         keys(Qt::Key_BraceRight)},
        {KeyAction::Redo, u"redo"_s, group, maskPage, Title::tr("Redo"),
         keys(Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y)},
        {KeyAction::ShowPixels, u"show_pixels"_s, group, mask | preview, Title::tr("Show at 100 %, here and in Export"),
         keys(Qt::Key_1)},
    };
}

QList<KeyActionInfo> ofExport()
{
    constexpr auto group = KeyGroup::Export;
    return {
        {KeyAction::ShowDouble, u"show_double"_s, group, preview, Title::tr("Show at 200 %"), keys(Qt::Key_2)},
        {KeyAction::Export, u"export"_s, group, exportPage, Title::tr("Export"), keys(Qt::CTRL | Qt::Key_Return)},
    };
}

} // namespace

const QList<KeyActionInfo> &all()
{
    static const QList<KeyActionInfo> actions =
        ofWindow() + ofCompare() + ofPictures() + ofViews() + ofGallery() + ofMask() + ofExport();
    return actions;
}

const KeyActionInfo &of(KeyAction action)
{
    const auto found =
        std::find_if(all().cbegin(), all().cend(), [action](const KeyActionInfo &it) { return it.action == action; });
    Q_ASSERT(found != all().cend());
    return *found;
}

QString groupName(KeyGroup group)
{
    switch (group) {
    case KeyGroup::Everywhere:
        return Title::tr("Everywhere");
    case KeyGroup::Compare:
        return Title::tr("Compare");
    case KeyGroup::Pictures:
        return Title::tr("Pictures");
    case KeyGroup::Views:
        return Title::tr("Loupe and A/B");
    case KeyGroup::Gallery:
        return Title::tr("Gallery");
    case KeyGroup::Mask:
        return Title::tr("Mask");
    case KeyGroup::Export:
        return Title::tr("Export");
    }
    return {};
}

bool canMeet(const KeyActionInfo &one, const KeyActionInfo &other)
{
    return (one.places & other.places) != KeyPlaces();
}

bool holdsInText(const KeyActionInfo &info)
{
    constexpr KeyPlaces text = KeyPlaces(KeyPlace::Form) | KeyPlace::MaskControls | KeyPlace::GalleryControls
        | KeyPlace::ExportControls | KeyPlace::Elsewhere;
    return (info.places & text) != KeyPlaces();
}

} // namespace lightwell::keyactions
