// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/composition/habitat.h"

namespace lightwell::sketchbook {

Habitat habitatOf(Subject subject)
{
    switch (subject) {
    case Subject::Balloon:
    case Subject::Birds:
    case Subject::Airplane:
    case Subject::Butterfly:
    case Subject::Dragon:
    case Subject::Planet:
        return Habitat::Sky;
    case Subject::Moon:
    case Subject::Sun:
        return Habitat::Light;
    case Subject::Sailboat:
    case Subject::Rowboat:
    case Subject::Ship:
    case Subject::Galleon:
    case Subject::Whale:
    case Subject::Fish:
        return Habitat::Water;
    case Subject::Lighthouse:
    case Subject::House:
    case Subject::Cabin:
    case Subject::Castle:
    case Subject::Church:
    case Subject::Windmill:
    case Subject::Bridge:
    case Subject::Pyramid:
    case Subject::Temple:
    case Subject::Train:
        return Habitat::Building;
    default:
        return Habitat::Near;
    }
}

Place homeOf(Subject subject)
{
    switch (subject) {
    case Subject::Lighthouse:
        return Place::Coast;
    case Subject::Sailboat:
    case Subject::Ship:
    case Subject::Galleon:
    case Subject::Whale:
        return Place::Sea;
    case Subject::Rowboat:
    case Subject::Bridge:
    case Subject::Temple:
        return Place::Lake;
    case Subject::Fish:
        return Place::Underwater;
    case Subject::Camel:
    case Subject::Pyramid:
    case Subject::Cactus:
        return Place::Desert;
    case Subject::Fox:
    case Subject::Owl:
    case Subject::Deer:
    case Subject::Bear:
    case Subject::Mushroom:
        return Place::Forest;
    case Subject::Kettle:
    case Subject::Cup:
    case Subject::Apple:
    case Subject::Vase:
        return Place::Table;
    case Subject::Car:
    case Subject::Lantern:
    case Subject::Umbrella:
    case Subject::Robot:
        return Place::City;
    case Subject::Astronaut:
    case Subject::Rocket:
    case Subject::Planet:
        return Place::Space;
    case Subject::Penguin:
    case Subject::Snowman:
        return Place::Arctic;
    case Subject::Castle:
    case Subject::Dragon:
    case Subject::Cabin:
    case Subject::Pine:
    case Subject::Tent:
        return Place::Mountains;
    case Subject::Palm:
        return Place::Coast;
    case Subject::Church:
        return Place::Village;
    case Subject::Windmill:
    case Subject::Balloon:
    case Subject::Sunflower:
        return Place::Fields;
    case Subject::Parrot:
        return Place::Jungle;
    case Subject::Cat:
    case Subject::Dog:
    case Subject::Rabbit:
    case Subject::Horse:
    case Subject::Flowers:
    case Subject::Butterfly:
    case Subject::Elephant:
        return Place::Meadow;
    default:
        return Place::Hills;
    }
}

} // namespace lightwell::sketchbook
