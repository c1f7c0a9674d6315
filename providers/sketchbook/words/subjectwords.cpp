// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/words/vocabulary.h"

namespace lightwell::sketchbook {

const QList<Entry> &subjectWords()
{
    static const QList<Entry> list = {
        {Subject::Lighthouse, "lighthouse beacon leuchtturm phare faro"},
        {Subject::Sailboat, "sailboat sail sailing yacht boat regatta segelboot boot voilier bateau velero barco"},
        {Subject::Rowboat, "rowboat canoe kayak dinghy gondola ruderboot kanu barque"},
        {Subject::Ship, "ship ferry freighter steamer vessel schiff navire steamship cruise_ship"},
        {Subject::Galleon,
         "pirate pirate_ship galleon tall_ship frigate caravel corsair windjammer piratenschiff viking"},
        {Subject::House, "house home farmhouse villa mansion haus maison casa barn"},
        {Subject::Cabin, "cabin cottage hut shed chalet lodge hutte huette cabane cabana"},
        {Subject::Castle, "castle fortress palace citadel burg schloss chateau castillo kingdom"},
        {Subject::Church, "church chapel cathedral abbey kirche eglise iglesia"},
        {Subject::Windmill, "windmill mill windmuhle moulin molino"},
        {Subject::Bridge, "bridge viaduct aqueduct brucke bruecke pont puente"},
        {Subject::Tent, "tent camping camp zelt tente tienda"},
        {Subject::Campfire, "campfire fire bonfire lagerfeuer feuer feu fuego"},
        {Subject::Pyramid, "pyramid pyramide piramide egypt"},
        {Subject::Temple, "temple pagoda shrine torii tempel japan japanese"},
        {Subject::Balloon, "balloon ballon globo airship zeppelin"},
        {Subject::Birds,
         "bird gull seagull crane swallow crow raven eagle goose geese flock vogel vogel oiseau pajaro "
         "swan dove"},
        {Subject::Airplane, "airplane aeroplane plane aircraft jet flugzeug avion"},
        {Subject::Rocket, "rocket spaceship spacecraft launch rakete fusee cohete"},
        {Subject::Cat, "cat kitten kitty katze chat gato"},
        {Subject::Dog, "dog puppy hound hund chien perro"},
        {Subject::Fox, "fox vixen fuchs renard zorro"},
        {Subject::Owl, "owl eule hibou buho"},
        {Subject::Deer, "deer stag elk moose reindeer antelope hirsch reh cerf ciervo"},
        {Subject::Horse, "horse pony stallion unicorn rider pferd cheval caballo"},
        {Subject::Camel, "camel caravan dromedary kamel chameau camello"},
        {Subject::Bear, "bear grizzly panda bar baer ours oso"},
        {Subject::Rabbit, "rabbit bunny hare hase kaninchen lapin conejo"},
        {Subject::Whale, "whale orca dolphin wal baleine ballena"},
        {Subject::Fish, "fish goldfish koi salmon shark fisch poisson pez peces"},
        {Subject::Penguin, "penguin pinguin pinguino"},
        {Subject::Elephant, "elephant elefant elefante mammoth"},
        {Subject::Butterfly, "butterfly moth schmetterling papillon mariposa"},
        {Subject::Tree, "tree oak oak_tree apple_tree cherry_tree maple birch willow baum baume arbre arbol"},
        {Subject::Pine, "pine pine_tree fir_tree christmas_tree fir spruce conifer tanne tannen sapin pino"},
        {Subject::Palm, "palm palm_tree coconut palme palmier palmera"},
        {Subject::Cactus, "cactus cacti saguaro kaktus"},
        {Subject::Flowers, "flower rose tulip poppy daisy bouquet bloom orchid lily blume blumen fleur flor"},
        {Subject::Sunflower, "sunflower sonnenblume tournesol girasol"},
        {Subject::Parrot, "parrot macaw cockatoo parakeet toucan papagei perroquet loro"},
        {Subject::Mushroom, "mushroom toadstool pilz champignon hongo"},
        {Subject::Snowman, "snowman schneemann snowmen"},
        {Subject::Kettle, "kettle teapot pot jug kessel teekanne bouilloire tetera"},
        {Subject::Cup, "cup mug coffee tea espresso latte cappuccino tasse kaffee cafe taza"},
        {Subject::Apple, "apple fruit pear orange_fruit peach apfel pomme manzana"},
        {Subject::Vase, "vase bottle bowl pottery ceramic perfume jar flasche"},
        {Subject::Lantern, "lantern lamp lamppost streetlight candle laterne lampe"},
        {Subject::Robot, "robot android mech droid machine roboter"},
        {Subject::Astronaut, "astronaut cosmonaut spaceman"},
        {Subject::Person,
         "person wanderer traveler traveller hiker walker monk knight samurai warrior child figure "
         "silhouette somebody people couple lovers wanderer mensch personne persona wizard witch "
         "fisherman surfer dancer"},
        {Subject::Car, "car automobile taxi truck van vehicle auto voiture coche"},
        {Subject::Train, "train locomotive railway tram zug tren"},
        {Subject::Bicycle, "bicycle bike cyclist fahrrad velo bicicleta"},
        {Subject::Moon, "moon full_moon crescent mond lune luna"},
        {Subject::Sun, "sun sunshine sonne soleil sol"},
        {Subject::Planet, "planet saturn jupiter earth globe moons planete planeta"},
        {Subject::Umbrella, "umbrella parasol regenschirm parapluie paraguas"},
        {Subject::Dragon, "dragon wyvern drache dragon dragones"},
        {Amount {1}, "one single lone solitary ein eine un una"},
        {Amount {2}, "two pair both twin zwei deux dos"},
        {Amount {3}, "three trio few some drei trois tres several"},
        {Amount {4}, "four vier quatre cuatro"},
        {Amount {5}, "five many funf cinq cinco group herd crowd"},
        {Amount {7}, "six seven eight nine ten hundred thousand lots countless"},
        {Negation {}, "no without not ohne kein keine sans sin never"},
    };
    return list;
}

} // namespace lightwell::sketchbook
